import { Button } from '@digdir/designsystemet-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ConfirmButton.module.css';

/** Asks before something that cannot be taken back; Escape and “Wróć” leave all as it was. */
export const ConfirmButton = ({
  children,
  question,
  confirm,
  onConfirm,
  variant = 'secondary',
}: {
  children: ReactNode;
  question: string;
  confirm: string;
  onConfirm: () => void;
  variant?: 'primary' | 'secondary' | 'tertiary';
}) => {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button variant={variant} onClick={() => dialog.current?.showModal()}>
        {children}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-label={question}>
        <p>{question}</p>
        <div className={styles.buttons}>
          <Button
            data-color="danger"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            {t('ui.cancel')}
          </Button>
        </div>
      </dialog>
    </>
  );
};
