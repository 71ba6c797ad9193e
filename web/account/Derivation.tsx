import { useTranslation } from 'react-i18next';
import type { DerivationStep } from '#domain/tax/derivation';
import { amountText } from '../ui/Amount.tsx';
import { useLocal } from '../texts/use-local.ts';
import styles from './account.module.css';
import { decimalText, isRounding, isStep } from './derivation.ts';

/** The reckoning of a tax, a line an object, as a sentence and as a sum. Also for whoever approves it. */
export const Derivation = ({ lines }: { lines: readonly Readonly<Record<string, unknown>>[] }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  return (
    <ol className={styles.derivation}>
      {lines.filter(isStep).map((step, index) => (
        <li key={index}>
          <p>
            <strong>{t([`account.category.${step.category}`, 'account.category.other'])}</strong>
            {step.object !== '' && <>, {step.object}</>}
          </p>
          <Reckoning step={step} />
          <p className={styles.article}>{step.article}</p>
        </li>
      ))}
      {lines.filter(isRounding).map((rounding) => (
        <li key="rounding">
          <p>
            {t('account.explain.rounding', {
              exact: decimalText(rounding.exact, lang),
              tax: amountText(rounding.tax, lang),
            })}
          </p>
          <p className={styles.article}>{rounding.article}</p>
        </li>
      ))}
    </ol>
  );
};

const Reckoning = ({ step }: { step: DerivationStep }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const number = (decimal: string, digits = 0): string => decimalText(decimal, lang, digits);
  const unit = t(`account.unit.${step.unit}`);
  const parts = [
    `${number(step.base, step.unit === 'zl' ? 2 : 0)}\u202f${unit}`,
    ...(step.heightFactor === '1' ? [] : [t('account.explain.height', { factor: number(step.heightFactor) })]),
    ...(step.coefficient === undefined ? [] : [t('account.explain.coefficient', { factor: number(step.coefficient) })]),
    ...(step.share[0] === step.share[1] ? [] : [t('account.explain.share', { share: step.share.join('/') })]),
    step.unit === 'zl'
      ? t('account.explain.percent', { rate: number(step.rate) })
      : t('account.explain.rate', { rate: number(step.rate, 2), unit }),
    ...(step.months === 12 ? [] : [t('account.explain.months', { count: step.months })]),
  ];
  return (
    <p className={styles.reckoning}>
      {parts.join(' × ')} = {decimalText(step.amountExact, lang)}&#8239;zł
    </p>
  );
};
