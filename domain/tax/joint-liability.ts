import type { Grosze } from '../money.ts';
import { addGrosze, noMoney } from '../money.ts';
import type { TaxResult } from './derivation.ts';

/** The taxes that one payment order may join. */
export type JointTaxes = {
  readonly property?: TaxResult;
  readonly agricultural?: TaxResult;
  readonly forest?: TaxResult;
};

/** Whether the taxes of a natural person go into one order: two or three of them in one commune (u.p.r. art. 6c ust. 1). */
export const isJoint = ({ property, agricultural, forest }: JointTaxes): boolean =>
  [property, agricultural, forest].filter((tax) => tax !== undefined).length > 1;

/** The sum of a joint tax liability; each tax is rounded alone, instalments are made of the sum (u.p.r. art. 6c). */
export const jointLiability = ({ property, agricultural, forest }: JointTaxes): Grosze =>
  addGrosze(property?.tax ?? noMoney, agricultural?.tax ?? noMoney, forest?.tax ?? noMoney);
