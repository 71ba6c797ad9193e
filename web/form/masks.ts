import type { GenericObjectType, RJSFSchema } from '@rjsf/utils';

type Mask = {
  type: 'text' | 'email' | 'tel';
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
  /** Width in characters: the length of the box says how long the answer is. */
  size?: number;
  autoComplete: string;
};

const masks: Record<string, Mask> = {
  pesel: { type: 'text', inputMode: 'numeric', size: 14, autoComplete: 'off' },
  nip: { type: 'text', inputMode: 'numeric', size: 14, autoComplete: 'off' },
  regon: { type: 'text', inputMode: 'numeric', size: 16, autoComplete: 'off' },
  nrb: { type: 'text', inputMode: 'numeric', size: 34, autoComplete: 'off' },
  kw: { type: 'text', size: 18, autoComplete: 'off' },
  parcel: { type: 'text', size: 26, autoComplete: 'off' },
  postcode: { type: 'text', inputMode: 'numeric', size: 8, autoComplete: 'postal-code' },
  phone: { type: 'tel', inputMode: 'tel', size: 18, autoComplete: 'tel' },
  email: { type: 'email', inputMode: 'email', autoComplete: 'email' },
  area: { type: 'text', inputMode: 'decimal', size: 12, autoComplete: 'off' },
  hectares: { type: 'text', inputMode: 'decimal', size: 12, autoComplete: 'off' },
  money: { type: 'text', inputMode: 'decimal', size: 14, autoComplete: 'off' },
};

/** How to type a format. Hints only: nothing is refused or moved while a person types. */
export const maskOf = (schema: RJSFSchema, options: GenericObjectType): Mask => {
  const autoComplete: unknown = options['autocomplete'];
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const mask: Mask =
    masks[schema.format ?? ''] ??
    (isNumber
      ? { type: 'text', inputMode: 'decimal', size: 10, autoComplete: 'off' }
      : { type: 'text', autoComplete: 'on' });
  const short =
    mask.size === undefined && schema.maxLength !== undefined && schema.maxLength <= 20
      ? { size: schema.maxLength + 2 }
      : {};
  return { ...mask, ...short, ...(typeof autoComplete === 'string' ? { autoComplete } : {}) };
};
