import { useTranslation } from 'react-i18next';
import type { FileRef } from '../api/types.ts';
import { useLocal } from '../texts/use-local.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './TaskPane.module.css';

/** Attachments to open, each in a tab of its own so that the task stays. */
export const FileLinks = ({ files }: { files: readonly FileRef[] }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const sizeOf = (bytes: number): string =>
    (Math.max(bytes, 1024) / 1024).toLocaleString(lang === 'pl' ? 'pl-PL' : 'en-GB', { maximumFractionDigits: 0 });
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="file" />
          <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <small>{t('clerk.task.size', { size: sizeOf(file.size) })}</small>
        </li>
      ))}
    </ul>
  );
};
