import { parsePlainDate } from '#domain/calendar/plain-date';
import { parseKw } from '#domain/identifiers/kw';
import { parseNip } from '#domain/identifiers/nip';
import { parseNrb } from '#domain/identifiers/nrb';
import { parseParcelId } from '#domain/identifiers/parcel';
import { parsePesel } from '#domain/identifiers/pesel';
import { parseRegon } from '#domain/identifiers/regon';

/** A Polish field: reads what people type (spaces, hyphens, comma) and gives the canonical text, or why it is not one. */
export type FieldFormat = (text: string) => { ok: true; value: string } | { ok: false; reason: string };

const matching =
  (pattern: RegExp, canonical: (text: string) => string = (text) => text.trim()): FieldFormat =>
  (text) => {
    const value = canonical(text);
    return pattern.test(value) ? { ok: true, value } : { ok: false, reason: 'format' };
  };

const decimalText = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');

const phone: FieldFormat = (text) => {
  const value = text.replace(/[\s()-]/g, '').replace(/^00/, '+');
  return /^(\+\d{7,15}|\d{9})$/.test(value) ? { ok: true, value } : { ok: false, reason: 'format' };
};

const postcode: FieldFormat = (text) => {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{5}$/.test(digits)
    ? { ok: true, value: `${digits.slice(0, 2)}-${digits.slice(2)}` }
    : { ok: false, reason: 'format' };
};

/** Formats that a form's schema may name beside the standard ones; the same functions run in Node and in the browser. */
export const fieldFormats: Record<string, FieldFormat> = {
  pesel: parsePesel,
  nip: parseNip,
  regon: parseRegon,
  nrb: parseNrb,
  kw: parseKw,
  parcel: parseParcelId,
  postcode,
  phone,
  date: (text) => {
    const parsed = parsePlainDate(text.trim());
    return parsed.ok ? parsed : { ok: false, reason: 'format' };
  },
  month: matching(/^[12]\d{3}-(0[1-9]|1[0-2])$/),
  email: matching(/^[^\s@<>"(),:;]{1,64}@[^\s@<>"(),:;.-][^\s@<>"(),:;]*\.[^\s@<>"(),:;.]{2,}$/),
  /** Square metres with up to two digits after the point. */
  area: matching(/^(0|[1-9]\d{0,9})(\.\d{1,2})?$/, decimalText),
  /** Hectares with up to four digits after the point. */
  hectares: matching(/^(0|[1-9]\d{0,6})(\.\d{1,4})?$/, decimalText),
  /** Złote with up to two digits after the point. */
  money: matching(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/, decimalText),
  /** The id of an uploaded file; whether it is the person's own is for the API to check. */
  'file-id': matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};

/** The form's name for the format's canonical text; what is no such text stays as it was typed. */
export const canonicalText = (format: string | undefined, text: string): string => {
  const parsed = format === undefined ? undefined : fieldFormats[format]?.(text);
  return parsed?.ok ? parsed.value : text.trim();
};

/** For Ajv: is the text canonical? Answers are made canonical before they are checked. */
export const ajvFormats: Record<string, (text: string) => boolean> = Object.fromEntries(
  Object.entries(fieldFormats).map(([name, parse]) => [
    name,
    (text: string) => {
      const parsed = parse(text);
      return parsed.ok && parsed.value === text;
    },
  ]),
);
