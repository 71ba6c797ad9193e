import { useTranslation } from 'react-i18next';
import type { Letter } from '../api/types.ts';
import { DateText, InstantText } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { StatusTag, type Tone } from '../ui/StatusTag.tsx';
import styles from './CasePage.module.css';

const tones: Record<string, Tone> = {
  delivered: 'success',
  deemed: 'success',
  refused: 'success',
  returned: 'danger',
  recalled: 'warning',
};

/** Letters in and out, with how far their delivery is and what made it count. */
export const CaseLetters = ({ letters }: { letters: Letter[] }) => {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-labelledby="letters-title">
      <h2 id="letters-title">{t('clerk.case.letters')}</h2>
      {letters.length === 0 && <EmptyState title={t('clerk.case.noLetters')} />}
      <ul className={styles.list}>
        {letters.map((letter) => (
          <li key={letter.id}>
            {letter.fileId === null ? (
              <strong>{letter.title}</strong>
            ) : (
              <a href={`/api/files/${letter.fileId}`} target="_blank" rel="noreferrer">
                {letter.title}
              </a>
            )}
            <span>
              {t(`clerk.letter.${letter.direction}`)}
              {letter.registerNumber !== null && <> · {letter.registerNumber}</>} ·{' '}
              <InstantText at={letter.createdAt} />
            </span>
            {letter.delivery && (
              <span className={styles.delivery}>
                <StatusTag tone={tones[letter.delivery.state] ?? 'neutral'}>
                  {t([`clerk.delivery.${letter.delivery.state}`, 'clerk.delivery.other'])}
                </StatusTag>
                {letter.delivery.effectiveOn !== null && (
                  <>
                    {t('clerk.letter.effective')} <DateText date={letter.delivery.effectiveOn} />
                  </>
                )}
                {letter.delivery.rule !== null && (
                  <small>
                    {t([`clerk.rule.${letter.delivery.rule}`, 'clerk.rule.other'], { rule: letter.delivery.rule })}
                  </small>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
