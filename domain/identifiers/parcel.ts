import type { Parsed } from '../parsed.ts';
import { refused } from '../parsed.ts';

/** The id of a parcel in the land register, `026201_1.0012.AR_3.45/6` (Dz.U. 2021 poz. 1390, annex 1). */
export type ParcelId = string & { readonly __unit: 'parcel-id' };
export type ParcelReason = 'structure' | 'commune-kind' | 'precinct' | 'sheet' | 'number';
export type ParcelParts = {
  readonly voivodeship: string;
  readonly county: string;
  readonly commune: string;
  /** 1 urban, 2 rural, 3 mixed, 4 town in mixed, 5 rural part of mixed, 8 district of Warsaw, 9 delegation. */
  readonly kind: string;
  readonly precinct: string;
  readonly sheet?: string;
  readonly number: string;
};

/** Reads a parcel id; spaces are dropped, `ar_3` becomes `AR_3`. */
export const parseParcelId = (text: string): Parsed<ParcelId, ParcelReason, { parts: ParcelParts }> => {
  const value = text.replace(/\s/g, '').toUpperCase();
  const unit = /^(\d{2})(\d{2})(\d{2})_(\d)\.(.+)$/.exec(value);
  if (!unit) return refused('structure');
  const [, voivodeship = '', county = '', commune = '', kind = '', rest = ''] = unit;
  const pieces = rest.split('.');
  const [precinct = '', ...tail] = pieces;
  if (!/^[1234589]$/.test(kind)) return refused('commune-kind');
  if (!/^\d{4}$/.test(precinct)) return refused('precinct');
  if (tail.length < 1 || tail.length > 2) return refused('structure');
  const sheet = tail.length === 2 ? tail[0] : undefined;
  const number = tail[tail.length - 1] ?? '';
  if (sheet !== undefined && !/^AR_\d+$/.test(sheet)) return refused('sheet');
  if (!/^\d+(\/\d+)*$/.test(number)) return refused('number');
  const parts = { voivodeship, county, commune, kind, precinct, ...(sheet === undefined ? {} : { sheet }), number };
  return { ok: true, value: value as ParcelId, parts };
};
