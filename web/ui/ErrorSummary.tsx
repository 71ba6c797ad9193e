import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ErrorSummary.module.css';

export type SummaryError = {
  message: string;
  fieldId?: string | undefined;
  /** A link of one's own, for a field on another page. */
  link?: ReactNode;
};

/** Everything that is wrong on the page, each with a link to its field; takes the focus when it appears or changes. */
export const ErrorSummary = ({ errors, title }: { errors: SummaryError[]; title?: string }) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus();
    box.current?.scrollIntoView?.({ block: 'start' });
  }, [errors]);
  if (errors.length === 0) return null;

  const goTo = (fieldId: string): void => {
    const target = document.getElementById(fieldId);
    const field = target?.matches('input, select, textarea, button')
      ? target
      : target?.querySelector<HTMLElement>('input, select, textarea, button');
    (field ?? target)?.focus();
    (target ?? field)?.scrollIntoView?.({ block: 'center' });
  };

  return (
    <div ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary" className={styles.summary}>
      <h2 id="error-summary">{title ?? t('ui.errorSummary', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ message, fieldId, link }) => (
          <li key={`${fieldId ?? ''}${message}`}>
            {link !== undefined || fieldId === undefined ? (
              (link ?? message)
            ) : (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(fieldId);
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
