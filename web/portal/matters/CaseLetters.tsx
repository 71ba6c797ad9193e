import { useTranslation } from 'react-i18next';
import { address } from '../../api/client.ts';
import type { Letter } from '../../api/types.ts';
import { DateText, InstantText } from '../../ui/DateText.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './matters.module.css';

/** Letters of a case with their files and where their delivery stands. */
export const CaseLetters = ({ letters }: { letters: Letter[] }) => {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h2>{t('portal.letters.title')}</h2>
      {letters.length === 0 && <p className={styles.empty}>{t('portal.letters.none')}</p>}
      {letters.length > 0 && (
        <ul className={styles.list}>
          {letters.map((letter) => (
            <li key={letter.id}>
              {letter.fileId === null ? (
                <strong>{letter.title}</strong>
              ) : (
                <a href={address('/files/{id}', { id: letter.fileId })} download>
                  <Icon name="file" /> {letter.title}
                </a>
              )}
              <p>
                {t(`portal.letters.direction.${letter.direction}`)}
                {letter.registerNumber !== null && <> · {letter.registerNumber}</>} ·{' '}
                <InstantText at={letter.createdAt} />
              </p>
              {letter.delivery && (
                <p>
                  {t([`portal.letters.state.${letter.delivery.state}`, 'portal.letters.state.waiting'])}
                  {letter.delivery.effectiveOn !== null && (
                    <>
                      {' '}
                      <DateText date={letter.delivery.effectiveOn} />
                    </>
                  )}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
