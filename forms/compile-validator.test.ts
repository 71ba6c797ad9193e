import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validatorModule } from './compile-validator.ts';
import type { Answers, Json } from './form.ts';
import { linkValidator } from './link-validator.ts';
import type { ValidatorModule } from './link-validator.ts';
import { catalogForm } from './testing/catalog-form.ts';
import { in1Answers } from './testing/in1-answers.ts';
import { validateWith } from './validate-with.ts';
import { validateAnswers } from './validate.ts';

const form = catalogForm('podatek-od-nieruchomosci');
const source = validatorModule(form);
/** As a browser does it: the served text becomes a module, which is linked with our formats. */
const browserValidator = async () => {
  // Jest's modules cannot import from a data: address, so the one `export default` is taken by hand.
  const module = new Function(source.replace('export default', 'return'))() as ValidatorModule;
  return linkValidator(module);
};

describe('the validator for the browser', () => {
  it('needs no eval and no import', () => {
    expect(source).not.toMatch(/\beval\(|new Function|^import /m);
    expect(source.match(/require\("[^"]+"\)/g)?.every((call) => call.includes('ajv/dist/runtime/'))).not.toBe(false);
  });

  it('answers as the office does, word for word, whatever is filled in', async () => {
    const validator = await browserValidator();
    const texts = ['', 'Anna', '85831401248', '85831401249', 'LE1L/00012345/4', '142,80', '026201_1.0012.45/6', '<b>'];
    const value = fc.oneof(fc.constantFrom(...texts), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([{}]));
    const paths = [
      ['purpose', 'kind'],
      ['taxpayer', 'pesel'],
      ['taxpayer', 'identifierKind'],
      ['taxpayer', 'otherDelivery'],
      ['objects', 'land'],
      ['objects', 'buildings', 0, 'kw'],
      ['objects', 'buildings', 0, 'sharing'],
      ['exempt'],
      ['attachments'],
      ['unknown'],
    ];
    const change = fc.tuple(fc.constantFrom(...paths), value);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.constantFrom('pl', 'en'), (changes, lang) => {
        const answers = changes.reduce((all, [path, answer]) => put(all, path, answer as Json), in1Answers());
        const inBrowser = validateWith(validator, form, answers, { lang });
        expect(inBrowser).toEqual(validateAnswers(form, answers, { lang }));
        // What passed once passes again: the stored answers can be checked anew.
        if (inBrowser.ok) expect(validateAnswers(form, inBrowser.answers, { lang })).toEqual(inBrowser);
      }),
      { numRuns: 60 },
    );
  });
});

const put = (answers: Answers, path: (string | number)[], value: Json): Answers => {
  const copy = structuredClone(answers);
  const holder = path.slice(0, -1).reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], copy);
  if (typeof holder === 'object' && holder !== null) (holder as Record<string, unknown>)[path.at(-1) ?? ''] = value;
  return copy;
};
