import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';

/** The sign of a case, `FN-III.3120.77.2026` (instrukcja kancelaryjna, Dz.U. 2011 nr 14 poz. 67, § 5). */
export type CaseSign = string & { readonly __unit: 'case-sign' };
export type CaseSignReason = 'structure' | 'unit' | 'classification' | 'number' | 'year' | 'initials';
export type CaseSignParts = {
  /** Organisational unit of the office. */
  readonly unit: string;
  /** JRWA class of 2 to 4 digits. */
  readonly classification: string;
  /** Number of the case in its unit, class and year. */
  readonly number: number;
  /** Number inside a sub-file, for cases that are grouped. */
  readonly subNumber?: number;
  readonly year: number;
  /** Initials of the clerk in charge. */
  readonly initials?: string;
};

const year = /^(19|20|21)\d{2}$/;
const counter = /^[1-9]\d{0,6}$/;

/** Reads a case sign `UNIT.JRWA.N[.k].YYYY[.INITIALS]`; initials are read but are no part of the canonical value. */
export const parseCaseSign = (text: string): Parsed<CaseSign, CaseSignReason, { parts: CaseSignParts }> => {
  const pieces = text.trim().split('.');
  if (pieces.length < 4 || pieces.length > 6) return refused('structure');
  const [unit = '', classification = '', number = '', ...rest] = pieces;
  const hasSubNumber = rest.length > 1 && year.test(rest[1] ?? '');
  const subNumber = hasSubNumber ? rest[0] : undefined;
  const [ofYear = '', initials, surplus] = hasSubNumber ? rest.slice(1) : rest;
  if (!/^\p{Lu}[\p{Lu}\d]*(-[\p{Lu}\d]+)*$/u.test(unit)) return refused('unit');
  if (!/^\d{2,4}$/.test(classification)) return refused('classification');
  if (!counter.test(number) || (subNumber !== undefined && !counter.test(subNumber))) return refused('number');
  if (!year.test(ofYear)) return refused('year');
  if (surplus !== undefined || (initials !== undefined && !/^\p{Lu}{2,4}$/u.test(initials))) return refused('initials');
  const parts: CaseSignParts = {
    unit,
    classification,
    number: Number(number),
    ...(subNumber === undefined ? {} : { subNumber: Number(subNumber) }),
    year: Number(ofYear),
    ...(initials === undefined ? {} : { initials }),
  };
  return { ok: true, value: formatCaseSign(parts), parts };
};

/** `FN-III.3120.77.2026`, with the sub-file's number when there is one. */
export const formatCaseSign = ({ unit, classification, number, subNumber, year: ofYear }: CaseSignParts): CaseSign =>
  [unit, classification, number, ...(subNumber === undefined ? [] : [subNumber]), ofYear].join('.') as CaseSign;
