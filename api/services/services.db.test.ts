import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Form } from '#forms/form';
import type { ValidatorModule } from '#forms/link-validator';
import { linkValidator } from '#forms/link-validator';
import { validateWith } from '#forms/validate-with';
import { propertyTax, settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openTestOffice();
  await settle(office);
}, 60_000);
afterAll(() => office.close());

const found = async (q: string): Promise<string[]> => {
  const answer = await office.anyone().get('/api/services').query({ q });
  return (answer.body.items as { id: string }[]).map(({ id }) => id);
};

it('finds a service by words in any case and without diacritics', async () => {
  expect(await found('')).toEqual([propertyTax]);
  expect(await found('PODATEK nieruchomosci')).toEqual([propertyTax]);
  expect(await found('nieruchomości')).toEqual([propertyTax]);
  expect(await found('podatek psy')).toEqual([]);
  expect(await found("100% _ '; drop table services")).toEqual([]);
});

it('gives the card with its article in both languages', async () => {
  const { body } = await office.anyone().get(`/api/services/${propertyTax}`);
  expect(body.online).toBe(true);
  expect(body.article.pl.length).toBeGreaterThan(200);
  expect(body.article.en.length).toBeGreaterThan(200);
  expect((await office.anyone().get('/api/services/nothing')).body.code).toBe('not-found');
});

it('gives the form and the picture of a version', async () => {
  const form = await office.anyone().get(`/api/services/${propertyTax}/versions/1/form`);
  expect(Object.keys(form.body.schema.properties)).toContain('taxpayer');
  const picture = await office.anyone().get(`/api/services/${propertyTax}/versions/1/diagram`);
  expect(picture.body.xml).toContain('<bpmn:definitions');
  for (const version of ['2', '0', '-1', '1x', '99999999999'])
    expect((await office.anyone().get(`/api/services/${propertyTax}/versions/${version}/form`)).status).toBe(404);
});

it('serves the very validator of the form as a module for the browser', async () => {
  const form = (await office.anyone().get(`/api/services/${propertyTax}/versions/1/form`)).body as Form;
  const served = await office.anyone().get(`/api/services/${propertyTax}/versions/1/validator.js`);
  expect(served.headers['content-type']).toMatch(/^text\/javascript/);
  // A browser imports the module; here its one default export is taken out of the text.
  const module = new Function(served.text.replace('export default', 'return'))() as ValidatorModule;
  const checked = validateWith(
    linkValidator(module),
    form,
    { taxpayer: { identifierKind: 'pesel', pesel: '85831401249' } },
    { lang: 'pl' },
  );
  expect(checked.ok || checked.errors.map(({ pointer }) => pointer)).toContain('/taxpayer/pesel');
  const task = await office.anyone().get(`/api/services/${propertyTax}/versions/1/tasks/verify/validator.js`);
  expect(task.text).toContain('export default');
  expect((await office.anyone().get(`/api/services/${propertyTax}/versions/1/tasks/nope/validator.js`)).status).toBe(
    404,
  );
});
