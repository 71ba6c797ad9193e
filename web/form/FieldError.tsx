import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import styles from './form.module.css';

/** The error at its field: between the hint and the control, where the eye and the reader pass. */
export const FieldError = ({ id, message }: { id: string; message: string | undefined }) => {
  const { t } = useTranslation();
  if (message === undefined) return null;
  return (
    <p id={`${id}-error`} className={styles.error}>
      <Icon name="warning" />
      <span>
        <span className="visually-hidden">{t('form.error')} </span>
        {message}
      </span>
    </p>
  );
};

export const Hint = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p id={`${id}-hint`} className={styles.hint}>
      {text}
    </p>
  );
