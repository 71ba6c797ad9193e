import { useTranslation } from 'react-i18next';
import type { Answers } from '#forms/form';
import { summarise, type SummaryGroup } from '#forms/summary';
import type { TaskDetail } from '../api/types.ts';
import { useLocal } from '../texts/use-local.ts';
import { FileLinks } from './FileLinks.tsx';
import { formOf } from './task-form.ts';
import styles from './TaskPane.module.css';

/** What the resident filed, group by group, with the attachments to open. */
export const FiledAnswers = ({ filed }: { filed: TaskDetail['filed'] }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const fileNames = Object.fromEntries(filed.files.map(({ id, name }) => [id, name]));
  const form = formOf({ schema: filed.form, ui: filed.ui, texts: filed.texts });
  const groups = summarise(form, filed.answers as Answers, lang, { fileNames });
  return (
    <section className={styles.filed} aria-labelledby="filed-title">
      <h2 id="filed-title">{t('clerk.task.filed')}</h2>
      {groups.map((group) => (
        <Group key={group.pointer} group={group} level={3} />
      ))}
      {filed.files.length > 0 && (
        <>
          <h3>{t('clerk.task.files')}</h3>
          <FileLinks files={filed.files} />
        </>
      )}
    </section>
  );
};

const Group = ({ group, level }: { group: SummaryGroup; level: 3 | 4 | 5 }) => {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.group}>
      <Heading>{group.title}</Heading>
      {group.entries.length > 0 && (
        <dl>
          {group.entries.map(({ pointer, label, value }) => (
            <div key={pointer}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {group.groups.map((inner) => (
        <Group key={inner.pointer} group={inner} level={level === 3 ? 4 : 5} />
      ))}
    </div>
  );
};
