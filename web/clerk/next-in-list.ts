import type { TaskSummary } from '../api/types.ts';
import type { View } from './queries.ts';

/**
 * The task to go on with when the case itself has none: the next of the list after the one just completed, from the top
 * again at its end. Only in the lists of tasks that the clerk may work on, and never one that somebody else has.
 */
export const nextInList = (
  rows: readonly TaskSummary[],
  doneId: string,
  view: View,
  isGone: (id: string) => boolean,
): string | null => {
  if (view !== 'mine' && view !== 'groups') return null;
  const at = rows.findIndex(({ id }) => id === doneId);
  const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  const isFree = (task: TaskSummary): boolean => task.status === 'open' && (task.mine || task.assigneeName === null);
  return inOrder.find((task) => isFree(task) && !isGone(task.id))?.id ?? null;
};
