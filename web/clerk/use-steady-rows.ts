import { useState } from 'react';

export type SteadyRows<T> = { rows: T[]; isGone: (id: string) => boolean; fresh: number; showFresh: () => void };

/**
 * Keeps rows where they are while the list is read again in the background: nothing jumps under the cursor. What is new
 * waits until asked for, what left the list stays in its place until then. `list` names the list: another one starts anew.
 */
export const useSteadyRows = <T extends { id: string }>(
  list: string,
  items: readonly T[] | undefined,
): SteadyRows<T> => {
  const [shown, setShown] = useState<{ list: string; rows: readonly T[] }>({ list: '', rows: [] });
  const current = new Map((items ?? []).map((item) => [item.id, item]));
  const isSame = shown.list === list;
  const known = new Set(isSame ? shown.rows.map(({ id }) => id) : []);
  // A page loaded on demand comes at the end; only what slipped in between waits.
  const lastKnown = (items ?? []).findLastIndex(({ id }) => known.has(id));
  const waiting = (items ?? []).filter(({ id }, index) => !known.has(id) && index < lastKnown);
  const added = (items ?? []).filter(({ id }, index) => !known.has(id) && index > lastKnown);

  if (items !== undefined && (!isSame || added.length > 0)) {
    const kept = isSame ? shown.rows : [];
    setShown({ list, rows: [...kept, ...added] });
  }
  const rows = (isSame ? [...shown.rows, ...added] : [...(items ?? [])]).map((row) => current.get(row.id) ?? row);
  return {
    rows,
    isGone: (id) => items !== undefined && !current.has(id),
    fresh: isSame ? waiting.length : 0,
    showFresh: () => setShown({ list: '', rows: [] }),
  };
};
