import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';

/** The number of a letter in the register of incoming (`RPW/12/2026`) or outgoing (`RPWych/12/2026`) letters. */
export type RegisterNumber = string & { readonly __unit: 'register-number' };
export type LetterDirection = 'incoming' | 'outgoing';
export type RegisterNumberParts = {
  readonly direction: LetterDirection;
  readonly number: number;
  readonly year: number;
};

/** The register's mark by direction; an office may have its own. */
export type RegisterMarks = Readonly<Record<LetterDirection, string>>;
export const registerMarks: RegisterMarks = { incoming: 'RPW', outgoing: 'RPWych' };

/** `RPW/12/2026`. */
export const formatRegisterNumber = (
  { direction, number, year }: RegisterNumberParts,
  marks: RegisterMarks = registerMarks,
): RegisterNumber => `${marks[direction]}/${number}/${year}` as RegisterNumber;

/** Reads a register number; an unknown mark has the reason `register`. */
export const parseRegisterNumber = (
  text: string,
  marks: RegisterMarks = registerMarks,
): Parsed<RegisterNumber, 'structure' | 'register', { parts: RegisterNumberParts }> => {
  const match = /^([^/]+)\/([1-9]\d{0,8})\/((?:19|20|21)\d{2})$/.exec(text.trim());
  if (!match) return refused('structure');
  const direction = (['incoming', 'outgoing'] as const).find((key) => marks[key] === match[1]);
  if (!direction) return refused('register');
  const parts = { direction, number: Number(match[2]), year: Number(match[3]) };
  return { ok: true, value: formatRegisterNumber(parts, marks), parts };
};
