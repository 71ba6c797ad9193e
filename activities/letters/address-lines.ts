import type { LetterAddress } from '../deliveries/address-of.ts';

/** An address as the lines on an envelope. */
export const addressLines = ({ street, house, flat, postcode, city }: LetterAddress): string[] =>
  [`${street} ${house}${flat ? `/${flat}` : ''}`.trim(), `${postcode} ${city}`.trim()].filter((line) => line !== '');
