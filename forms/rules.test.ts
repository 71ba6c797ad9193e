import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculate } from './calculate.ts';
import type { Answers, Form } from './form.ts';
import { pathOf, pointerOf } from './json-pointer.ts';
import { normalise } from './normalise.ts';
import { validateAnswers } from './validate.ts';
import { hiddenFields, prune } from './visible.ts';

const text = (title: string) => ({ type: 'string', title });
/** A dog, its kind, its licence; each is asked because of the one before. */
const form: Form = {
  schema: {
    type: 'object',
    properties: {
      dog: {
        type: 'object',
        properties: {
          has: { type: 'boolean' },
          kind: text('Rasa'),
          licence: text('Zezwolenie'),
          issuedBy: text('Kto je wydał?'),
          puppies: { type: 'array', items: { type: 'object', properties: { name: text('Imię'), chip: text('Czip') } } },
          count: { type: 'integer' },
        },
        required: ['kind'],
      },
    },
    required: ['dog'],
  },
  ui: {
    dog: {
      kind: { 'x-show': 'row.has' },
      licence: { 'x-show': 'page.kind = "akita"' },
      issuedBy: { 'x-show': 'dog.licence != null', 'x-require': 'dog.licence != null' },
      puppies: { items: { chip: { 'x-show': 'row.name = "Burek"' } } },
      count: { 'x-calculate': 'if page.puppies = null then 0 else count(page.puppies)' },
    },
  },
  texts: { pl: {}, en: {} },
};
const dog = (answers: Answers): Answers => ({ dog: answers });
const pl = { lang: 'pl' } as const;

describe('rules of a form', () => {
  it('hide what depends on something hidden, however long the chain', () => {
    const filed = dog({ has: false, kind: 'akita', licence: 'A/1', issuedBy: 'Urząd' });
    expect([...hiddenFields(form, filed)].sort()).toEqual(['/dog/issuedBy', '/dog/kind', '/dog/licence']);
    expect(validateAnswers(form, filed, pl)).toEqual({ ok: true, answers: dog({ has: false, count: 0 }) });
    expect(validateAnswers(form, dog({ has: true, kind: 'akita', licence: 'A/1' }), pl)).toMatchObject({
      ok: false,
      errors: [{ pointer: '/dog/issuedBy', code: 'required', message: 'Uzupełnij pole „Kto je wydał?”.' }],
    });
  });
  it('look at their own row', () => {
    const puppies = [
      { name: 'Burek', chip: '1' },
      { name: 'Azor', chip: '2' },
    ];
    expect(prune(form, dog({ puppies }))).toEqual(dog({ puppies: [{ name: 'Burek', chip: '1' }, { name: 'Azor' }] }));
  });
  it('calculate over whatever was typed', () => {
    expect(calculate(form, dog({ count: 99, puppies: [{}, {}] }))).toEqual(dog({ count: 2, puppies: [{}, {}] }));
  });
  it('that do not read hide the field instead of failing', () => {
    const broken: Form = { ...form, ui: { dog: { kind: { 'x-show': '+*' } } } };
    expect([...hiddenFields(broken, dog({ kind: 'akita' }))]).toEqual(['/dog/kind']);
  });
});

it('makes answers canonical once and for all, and prunes them once and for all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const once = normalise(form, value);
      expect(normalise(form, once)).toEqual(once);
      const pruned = prune(form, once);
      expect(prune(form, pruned)).toEqual(pruned);
    }),
  );
});

it('reads the pointers that it writes', () => {
  fc.assert(fc.property(fc.array(fc.string()), (path) => expect(pathOf(pointerOf(path))).toEqual(path)));
});
