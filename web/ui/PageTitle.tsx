import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.ts';
import styles from './PageTitle.module.css';

let isFirstPage = true;

/** The page's only h1: names the browser tab (“Błąd: ” first when the page has errors) and takes the focus when a page opens. */
export const PageTitle = ({
  children,
  lead,
  above,
  hasErrors = false,
}: {
  children: string;
  lead?: ReactNode;
  /** A small line over the title: “Krok 2 z 6”. */
  above?: ReactNode;
  hasErrors?: boolean;
}) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const city = useSession()?.office.name;

  useEffect(() => {
    document.title = [`${hasErrors ? t('ui.errorPrefix') : ''}${children}`, city, t('ui.product')]
      .filter(Boolean)
      .join(' – ');
  }, [children, city, hasErrors, t]);

  useEffect(() => {
    // Not on the first page: there the browser reads from the top, as people expect.
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, [children]);

  return (
    <div className={styles.title}>
      {above !== undefined && <p className={styles.above}>{above}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
    </div>
  );
};
