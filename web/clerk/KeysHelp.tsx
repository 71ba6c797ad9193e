import { Button } from '@digdir/designsystemet-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Inbox.module.css';

const keys = ['j', 'k', 'c', 'e', '/', '?'] as const;
const nameOf: Record<(typeof keys)[number], string> = { j: 'j', k: 'k', c: 'c', e: 'e', '/': 'search', '?': 'help' };

type Props = { dialog: RefObject<HTMLDialogElement | null>; isOn: boolean; onSwitch: (on: boolean) => void };

/** What each key does, and the switch that turns them off. */
export const KeysHelp = ({ dialog, isOn, onSwitch }: Props) => {
  const { t } = useTranslation();
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby="keys-title">
      <h2 id="keys-title">{t('clerk.keys.title')}</h2>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`clerk.keys.${nameOf[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.switch}>
        <input
          type="checkbox"
          className="ds-input"
          checked={isOn}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        {t('clerk.keys.on')}
      </label>
      <Button onClick={() => dialog.current?.close()}>{t('clerk.keys.close')}</Button>
    </dialog>
  );
};
