import { ApplicationFailure } from '@temporalio/common';
import { DomainError } from '#domain/errors';
import type { PlannedInstalment } from '#domain/tax/instalments';
import { instalments } from '#domain/tax/instalments';
import type { TaxResult } from '#domain/tax/derivation';
import { propertyTax } from '#domain/tax/property';
import type { Variables } from '#engine/contract';
import { cityRates } from './city-rates.ts';
import { taxableObjects } from './taxable-objects.ts';

export type Assessment = TaxResult & { instalments: readonly PlannedInstalment[] };
export type AssessmentInput = {
  answers: Variables;
  year: number;
  monthsFrom: number;
  monthsTo: number;
  isLegal: boolean;
};

/** The year's property tax from the filed answers, with its reckoning and planned instalments. */
export const computeTax = ({ answers, year, monthsFrom, monthsTo, isLegal }: AssessmentInput): Assessment => {
  const rates = cityRates(year);
  if (!rates) throw ApplicationFailure.nonRetryable(`no rates for ${year}`, 'RatesMissing');
  try {
    const result = propertyTax({ year, items: taxableObjects(answers), rates, monthsFrom, monthsTo });
    const taxpayerKind = isLegal ? 'legal' : 'natural';
    return { ...result, instalments: instalments({ tax: result.tax, taxpayerKind, year, monthsFrom, monthsTo }) };
  } catch (error) {
    // The same answers give the same error: people must correct them, so the case stops with an incident.
    if (error instanceof DomainError) throw ApplicationFailure.nonRetryable(error.message, 'TaxNotComputable');
    throw error;
  }
};
