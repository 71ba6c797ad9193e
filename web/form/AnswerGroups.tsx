import type { ReactNode } from 'react';
import type { SummaryGroup } from '#forms/summary';
import styles from './AnswerGroups.module.css';

type Action = (pointer: string, label: string) => ReactNode;

/** Answers to read, by page; with a link at each where they can be changed. Also what a clerk reads beside a task. */
export const AnswerGroups = ({
  groups,
  action,
  level = 2,
}: {
  groups: SummaryGroup[];
  action?: Action;
  level?: 2 | 3 | 4;
}) => {
  const Heading = `h${level}` as const;
  const below = level === 2 ? 3 : 4;
  return groups.map((group) => (
    <section key={group.pointer} className={level === 2 ? styles.page : styles.group}>
      <Heading>{group.title}</Heading>
      {group.entries.length > 0 && (
        <dl className={styles.answers}>
          {group.entries.map((entry) => (
            <div key={entry.pointer}>
              <dt>{entry.label}</dt>
              <dd>{entry.value}</dd>
              {action && <dd className={styles.action}>{action(entry.pointer, entry.label)}</dd>}
            </div>
          ))}
        </dl>
      )}
      <AnswerGroups groups={group.groups} level={below} {...(action && { action })} />
    </section>
  ));
};
