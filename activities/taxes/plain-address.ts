/** What a row of the tax base is, in the words of the filer: its address and parcel. */
export const plainAddress = ({ address, parcel }: { address: string; parcel?: string }): string =>
  parcel === undefined ? address : `${address}, ${parcel}`;
