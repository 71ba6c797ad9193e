import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { DrawnStep } from './read-diagram.ts';
import type { StepsInWords } from './steps-in-words.ts';
import styles from './CasePicture.module.css';

const icons: Record<keyof StepsInWords, IconName> = { done: 'done', now: 'clock', next: 'arrow' };

/** The picture in words: what is done, where the case stands, what may follow. */
export const StepList = (steps: StepsInWords) => {
  const { t } = useTranslation();
  const group = (which: keyof StepsInWords, list: DrawnStep[]) =>
    list.length > 0 && (
      <div className={styles[which]}>
        <h3>{t(`case.steps.${which}`)}</h3>
        <ul>
          {list.map(({ id, name }) => (
            <li key={id} aria-current={which === 'now' ? 'step' : undefined}>
              <Icon name={icons[which]} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className={styles.words}>
      {group('done', steps.done)}
      {group('now', steps.now)}
      {group('next', steps.next)}
    </div>
  );
};
