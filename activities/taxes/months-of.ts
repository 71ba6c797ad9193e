import { ApplicationFailure } from '@temporalio/common';
import type { Variables } from '#engine/contract';
import type { DutyMonths } from './duty-months.ts';
import { dutyMonths } from './duty-months.ts';

/** Months of the duty: as the clerk stated them, else as the filed event leaves them; a case without any stops for people to look. */
export const monthsOf = (stated: DutyMonths | undefined, answers: Variables, year: number): DutyMonths => {
  const months = stated ?? dutyMonths(answers, year);
  if (!months) throw ApplicationFailure.nonRetryable(`the filed event leaves no duty in ${year}`, 'NoTaxDuty');
  return months;
};
