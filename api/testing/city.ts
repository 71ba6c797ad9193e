import { companies, residents, staff } from '#dev/city/people';
import { loadPeople } from '#dev/city/load';
import { compile } from '#engine/compile';
import type { JsonSchema } from '#engine/json-schema';
import type { CompileBundle } from '#platform/catalog/load';
import { loadCatalog } from '#platform/catalog/load';
import type { Answers } from '#forms/form';
import type { TestOffice } from './office.ts';

const compileBundle: CompileBundle = (bundle) =>
  compile({
    processXml: bundle.process,
    decisions: bundle.decisions,
    forms: Object.fromEntries(Object.entries(bundle.tasks).map(([key, { schema }]) => [key, schema as JsonSchema])),
    formSchema: bundle.form.schema as JsonSchema,
  });

/** The demo city's people and services in a test office, with ids by the names that tests use. */
export const settle = async ({ db, config }: TestOffice) => {
  await loadPeople(db);
  await loadCatalog(db, config.catalogDir, compileBundle);
  const party = async (column: 'pesel' | 'nip', value: string) =>
    (await db.selectFrom('parties').select('id').where(column, '=', value).executeTakeFirstOrThrow()).id;
  const person = (name: string) => party('pesel', residents.find(({ givenName }) => givenName === name)!.pesel);
  const employee = async (login: string) =>
    (await db.selectFrom('staff').select('id').where('login', '=', login).executeTakeFirstOrThrow()).id;
  return {
    anna: await person('Anna'),
    jan: await person('Jan'),
    maria: await person('Maria'),
    bakery: await party('nip', companies[0].nip),
    clerk: await employee(staff.find(({ groups }) => groups.includes('tax-assessment'))!.login),
    head: await employee(staff.find(({ roles }) => roles.includes('head'))!.login),
    admin: await employee(staff.find(({ roles }) => roles.includes('admin'))!.login),
    collector: await employee(staff.find(({ roles }) => roles.includes('collector'))!.login),
  };
};

export const propertyTax = 'podatek-od-nieruchomosci';

/** A right and complete IN-1, over what the draft was filled with. */
export const in1 = (prefilled: Answers): Answers => ({
  ...prefilled,
  purpose: { kind: 'information', event: 'acquisition', eventMonth: '2026-02', taxpayerKind: 'owner' },
  taxpayer: { fatherName: 'Adam', motherName: 'Ewa', ...(prefilled.taxpayer as object), otherDelivery: false },
  objects: {
    land: [
      {
        category: 'land_other',
        area: '612',
        address: 'Złotoryjska 12, Legnica',
        parcel: '026201_1.0012.45/6',
        kw: 'LE1L/00012345/3',
        right: 'ownership',
        sharing: 'whole',
      },
    ],
  },
  declaration: { place: 'Legnica', truthful: true },
});
