import type { Answers } from '../form.ts';

/** A complete IN-1 as its filer sends it: worked example E2, typed the way people type. PESEL and KW are invented. */
export const in1Answers = (): Answers => ({
  purpose: { kind: 'information', event: 'acquisition', eventMonth: '2025-12', taxpayerKind: 'owner' },
  taxpayer: {
    givenName: ' Anna ',
    familyName: 'Nowak',
    identifierKind: 'pesel',
    pesel: '858 314 012 48',
    birthDate: '1885-03-14',
    address: { street: 'Rynek', house: '5', flat: '3', postcode: '59220', city: 'Legnica' },
  },
  objects: {
    land: [{ category: 'land_other', area: '612', ...place(), right: 'ownership', sharing: 'whole' }],
    buildings: [
      {
        kind: 'building',
        category: 'residential',
        areaFull: '142,80',
        areaHalf: '20',
        ...place(),
        right: 'ownership',
        sharing: 'whole',
      },
      { kind: 'building', category: 'other', areaFull: '18,50', ...place(), right: 'ownership', sharing: 'whole' },
    ],
  },
  declaration: { place: 'Legnica', truthful: true },
});

const place = () => ({ address: 'Złotoryjska 12, Legnica', parcel: '026201_1.0012.45/6', kw: 'le1l/12345/3' });
