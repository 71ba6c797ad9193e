import { Button, Input } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import styles from './SearchBox.module.css';

/** One field and one button; nothing moves while typing. */
export const SearchBox = ({
  initial = '',
  label,
  onSearch,
}: {
  initial?: string;
  label: string;
  onSearch: (q: string) => void;
}) => {
  const { t } = useTranslation();
  const [q, setQ] = useState(initial);
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(q.trim());
      }}
    >
      <label htmlFor="service-search">{label}</label>
      <div className={styles.row}>
        <Input
          id="service-search"
          type="search"
          value={q}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setQ(event.target.value)}
        />
        <Button type="submit">
          <Icon name="search" />
          {t('portal.search.button')}
        </Button>
      </div>
    </form>
  );
};
