import type { Delivery } from '../api/types.ts';

/** `Rynek 5/3, 59-220 Legnica`; villages have no street. */
export const addressText = ({ street, house, flat, postcode, city }: Delivery['address']): string =>
  `${street === '' ? city : street} ${house}${flat === undefined || flat === '' ? '' : `/${flat}`}, ${postcode} ${city}`;

export const AddressText = ({ address }: { address: Delivery['address'] }) => <>{addressText(address)}</>;
