import { describe, expect, it } from '@jest/globals';
import { amountText } from './Amount.tsx';
import { dateText, instantText } from './date-text.ts';

describe('amounts', () => {
  it('part thousands and unit by thin spaces that never break', () => {
    expect(amountText(120_450, 'pl')).toBe('1\u202f204,50\u202fzł');
    expect(amountText(-5, 'pl')).toBe('−0,05\u202fzł');
  });

  it('have a decimal point in English', () => expect(amountText(120_450, 'en')).toBe('1\u202f204.50\u202fzł'));
});

describe('dates', () => {
  it('stand in words', () => {
    expect(dateText('2026-11-16', 'pl')).toBe('16 listopada 2026');
    expect(dateText('2026-11-16', 'en')).toBe('16 November 2026');
  });

  it('are those of Warsaw, also just after midnight there', () =>
    expect(instantText('2026-06-30T22:30:00Z', 'pl')).toBe('1 lipca 2026, 00:30'));
});
