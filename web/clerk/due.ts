import { daysBetween, plainDate } from '#domain/calendar/plain-date';
import type { Tone } from '../ui/StatusTag.tsx';

export type Due = { key: 'none' | 'late' | 'today' | 'soon' | 'later'; count: number; tone: Tone };

/** How a due date stands to the office's today: words are chosen by `key`, colour and icon only repeat them. */
export const dueOf = (dueOn: string | null, today: string): Due => {
  if (dueOn === null) return { key: 'none', count: 0, tone: 'neutral' };
  const left = daysBetween(plainDate(today), plainDate(dueOn));
  if (left < 0) return { key: 'late', count: -left, tone: 'danger' };
  if (left === 0) return { key: 'today', count: 0, tone: 'warning' };
  return left <= 3 ? { key: 'soon', count: left, tone: 'warning' } : { key: 'later', count: left, tone: 'neutral' };
};
