import { ActivityFailure, ApplicationFailure, ChildWorkflowFailure } from '@temporalio/workflow';

/** The failure at the bottom: what an activity or a child workflow said, under the wrappers that Temporal adds. */
const rootOf = (error: unknown): unknown =>
  (error instanceof ActivityFailure || error instanceof ChildWorkflowFailure) && error.cause
    ? rootOf(error.cause)
    : error;

/** A failure as the kernel knows it: the type that a boundary event catches, and a sentence for the operator. */
export const describeFailure = (error: unknown): { code: string; message: string } => {
  const root = rootOf(error);
  if (root instanceof ApplicationFailure) return { code: root.type ?? 'Error', message: root.message };
  return {
    code: root instanceof Error ? root.name : 'Error',
    message: root instanceof Error ? root.message : String(root),
  };
};

export const isFailure = (error: unknown, type: string): boolean => describeFailure(error).code === type;
