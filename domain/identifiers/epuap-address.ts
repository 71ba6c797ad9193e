import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';

/** The address of a box on ePUAP, `/legnica/SkrytkaESP`. */
export type EpuapAddress = string & { readonly __unit: 'epuap-address' };

/** The box that a subject has when it named none. */
export const defaultEpuapBox = 'domyslna';

/** Reads `/subject/box`; letters, digits, `_`, `.` and `-` only. */
export const parseEpuapAddress = (
  text: string,
): Parsed<EpuapAddress, 'structure', { subject: string; box: string }> => {
  const value = text.trim();
  const match = /^\/([\w.-]+)\/([\w.-]+)$/.exec(value);
  if (!match) return refused('structure');
  return { ok: true, value: value as EpuapAddress, subject: match[1] ?? '', box: match[2] ?? '' };
};
