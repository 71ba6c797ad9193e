import { workflowInfo } from '@temporalio/workflow';

/** Whether it is time for a next run with an empty history: well before the 10,000 events at which replay becomes slow. */
export const isHistoryLong = (limit = 4_000): boolean => {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > limit;
};
