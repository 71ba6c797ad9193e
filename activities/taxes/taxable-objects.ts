import type { Share } from '#domain/tax/derivation';
import type { HeightFactor, PropertyItem } from '#domain/tax/property';
import type { PropertyCategory } from '#domain/tax/rates';
import { plainAddress } from './plain-address.ts';

/** The part of a checked IN-1 that is taxed (form.schema.json, page `objects`: annex ZIN-1). */
type Holding = {
  address: string;
  parcel?: string;
  sharing: 'whole' | 'coOwnership' | 'withPremises' | 'garage';
  share?: { numerator: number; denominator: number };
};
type Land = Holding & { category: PropertyCategory; area?: string; hectares?: string };
type Building = Holding & { category: PropertyCategory; areaFull?: string; areaHalf?: string };
type Structure = Holding & { description: string; value: string };
type Objects = { land?: Land[]; buildings?: Building[]; structures?: Structure[] };

/** Rows of the tax base from the answers of an IN-1, as `propertyTax` takes them; what is exempt (ZIN-2) is no row. */
export const taxableObjects = (answers: { [page: string]: unknown }): PropertyItem[] => {
  const { land = [], buildings = [], structures = [] } = (answers.objects ?? {}) as Objects;
  return [...land.map(landItem), ...buildings.flatMap(buildingItems), ...structures.map(structureItem)];
};

const landItem = (row: Land): PropertyItem => ({
  ...held(row),
  category: row.category,
  area: row.category === 'land_water' ? row.hectares : row.area,
});

/** Rooms from 2.20 m count in full, from 1.40 m by half (u.p.o.l. art. 4 ust. 2): two rows of one building. */
const buildingItems = (row: Building): PropertyItem[] => {
  const parts: [string | undefined, HeightFactor][] = [
    [row.areaFull, '1'],
    [row.areaHalf, '0.5'],
  ];
  return parts
    .filter(([area]) => area !== undefined && Number(area) > 0)
    .map(([area, heightFactor]) => ({ ...held(row), category: row.category, area, heightFactor }));
};

const structureItem = (row: Structure): PropertyItem => ({
  ...held(row),
  object: `${row.description}, ${plainAddress(row)}`,
  category: 'structure',
  value: row.value,
});

const held = (row: Holding): { object: string; share?: Share } => {
  const share = shareOf(row);
  return { object: plainAddress(row), ...(share ? { share } : {}) };
};

/**
 * Co-owners owe the whole tax jointly and severally, so their share divides nothing (u.p.o.l. art. 3 ust. 4). The share
 * counts for land and common parts that go with separate premises (ust. 5) and for a garage with parking places (ust. 4a).
 */
const shareOf = ({ sharing, share }: Holding): Share | undefined =>
  share && (sharing === 'withPremises' || sharing === 'garage') ? [share.numerator, share.denominator] : undefined;
