import { Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { DerivationStep } from '#domain/tax/derivation';
import { useLocal } from '../texts/use-local.ts';
import { Amount } from '../ui/Amount.tsx';
import { decimalText, isRounding, isStep } from '../account/derivation.ts';
import styles from './DerivationTable.module.css';

type Props = { lines: readonly Record<string, unknown>[]; amount: number; caption: string };

/** How an amount of tax came about, line by line, with the article of each; the whole is rounded once at the end. */
export const DerivationTable = ({ lines, amount, caption }: Props) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const steps = lines.filter(isStep);
  const rounding = lines.find(isRounding);
  const unitOf = ({ unit }: DerivationStep): string => t(`account.unit.${unit}`);
  const shareOf = ({ share }: DerivationStep): string => (share[0] === share[1] ? '1' : `${share[0]}/${share[1]}`);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <Table data-size="sm" className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.derivation.object')}</th>
            <th scope="col" className={styles.number}>
              {t('case.derivation.base')}
            </th>
            <th scope="col" className={styles.number}>
              {t('case.derivation.rate')}
            </th>
            <th scope="col" className={styles.number}>
              {t('case.derivation.share')}
            </th>
            <th scope="col" className={styles.number}>
              {t('case.derivation.months')}
            </th>
            <th scope="col" className={styles.number}>
              {t('case.derivation.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={index}>
              <th scope="row">
                {t([`account.category.${step.category}`, 'account.category.other'])}
                <small>
                  {step.object !== '' && <>{step.object} · </>}
                  {step.heightFactor !== '1' && (
                    <>{t(`case.derivation.height.${step.heightFactor === '0' ? 'none' : 'half'}`)} · </>
                  )}
                  {step.article}
                </small>
              </th>
              <td className={styles.number}>
                {decimalText(step.base, lang, 0)} {unitOf(step)}
              </td>
              <td className={styles.number}>
                {step.unit === 'zl'
                  ? `${decimalText(String(Number(step.rate) * 100), lang, 0)} %`
                  : `${decimalText(step.rate, lang)} zł`}
              </td>
              <td className={styles.number}>{shareOf(step)}</td>
              <td className={styles.number}>{step.months}</td>
              <td className={styles.number}>{decimalText(step.amountExact, lang)} zł</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {t('case.derivation.total')}
              {rounding && (
                <small>
                  {t('case.derivation.rounded', { exact: decimalText(rounding.exact, lang, 2) })} {rounding.article}
                </small>
              )}
            </th>
            <td className={styles.number}>
              <Amount value={amount} strong />
            </td>
          </tr>
        </tfoot>
      </Table>
    </div>
  );
};
