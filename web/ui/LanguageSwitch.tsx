import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../texts/index.ts';
import { languages } from '../texts/language.ts';
import { useLocal } from '../texts/use-local.ts';
import styles from './LanguageSwitch.module.css';

/** Polish and English, each named in its own language. */
export const LanguageSwitch = () => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  return (
    <div role="group" aria-label={t('ui.language.label')} className={styles.switch}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === lang}
          onClick={() => void changeLanguage(each)}
        >
          <span aria-hidden="true">{each.toUpperCase()}</span>
          <span className="visually-hidden">{t(`ui.language.${each}`)}</span>
        </button>
      ))}
    </div>
  );
};
