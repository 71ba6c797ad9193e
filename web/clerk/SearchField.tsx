import { Button, Input } from '@digdir/designsystemet-react';
import { useId, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import styles from './Inbox.module.css';

type Props = { label: string; value: string; onSearch: (q: string) => void; ref?: Ref<HTMLInputElement> };

/** Search that runs on Enter or the button, never while typing: a list that moves under the words helps nobody. */
export const SearchField = ({ label, value, onSearch, ref }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState({ from: value, text: value });
  const text = typed.from === value ? typed.text : value;
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div>
        <Input
          id={id}
          ref={ref}
          type="search"
          maxLength={100}
          value={text}
          onChange={(event) => setTyped({ from: value, text: event.target.value })}
        />
        <Button type="submit" variant="secondary">
          <Icon name="search" />
          <span className="visually-hidden">{t('clerk.inbox.searchButton')}</span>
        </Button>
      </div>
    </form>
  );
};
