import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './Page.tsx';
import styles from './Skeleton.module.css';

/** The shape of what is coming, shown only when it takes longer than 300 ms. */
export const Skeleton = ({ lines = 4 }: { lines?: number }) => {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div role="status" className={styles.skeleton}>
      <span className="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} />
      ))}
    </div>
  );
};

export const PageSkeleton = () => (
  <Page>
    <Skeleton lines={6} />
  </Page>
);
