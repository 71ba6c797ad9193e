import type { Answers } from '#forms/form';

/** Answers kept in this browser at each change, so that a lost connection, session or tab loses nothing. */
type Kept = { answers: Answers; revision: number };

const key = (draftId: string): string => `draft:${draftId}`;

export const keep = (draftId: string, kept: Kept): void => {
  try {
    localStorage.setItem(key(draftId), JSON.stringify(kept));
  } catch {
    // Full or forbidden storage: the server keeps the draft anyway.
  }
};

/** What this browser holds and the office does not have yet. */
export const keptAnswers = (draftId: string): Kept | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(key(draftId)) ?? 'null') as Partial<Kept> | null;
    const isWhole = typeof kept?.answers === 'object' && kept.answers !== null && typeof kept.revision === 'number';
    return isWhole ? (kept as Kept) : null;
  } catch {
    return null;
  }
};

export const forget = (draftId: string): void => localStorage.removeItem(key(draftId));
