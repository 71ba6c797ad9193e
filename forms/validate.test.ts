import { describe, expect, it } from '@jest/globals';
import type { Answers } from './form.ts';
import { catalogForm } from './testing/catalog-form.ts';
import { in1Answers } from './testing/in1-answers.ts';
import { validateAnswers } from './validate.ts';

const form = catalogForm('podatek-od-nieruchomosci');
const pl = { lang: 'pl' } as const;
/** The filed form with one change. */
const changed = (change: (answers: never) => void): Answers => {
  const answers = in1Answers();
  change(answers as never);
  return answers;
};
const errorsOf = (answers: unknown, options: Parameters<typeof validateAnswers>[2] = pl) => {
  const checked = validateAnswers(form, answers, options);
  return checked.ok ? [] : checked.errors;
};

describe('a complete IN-1', () => {
  it('passes and comes back in canonical form', () => {
    const checked = validateAnswers(form, in1Answers(), pl);
    expect(checked).toMatchObject({
      ok: true,
      answers: {
        taxpayer: { givenName: 'Anna', pesel: '85831401248', address: { postcode: '59-220' } },
        objects: { buildings: [{ areaFull: '142.80', kw: 'LE1L/00012345/3' }, { areaFull: '18.50' }] },
      },
    });
  });
  it('checks its own canonical answers to the same', () => {
    const once = validateAnswers(form, in1Answers(), pl);
    expect(once.ok && validateAnswers(form, once.answers, pl)).toEqual(once);
  });
});

describe('a wrong answer', () => {
  it.each([
    ['85831401249', 'pesel.checksum', 'Cyfra kontrolna numeru PESEL się nie zgadza — sprawdź numer.'],
    ['8583140124', 'pesel.length', 'PESEL ma 11 cyfr — sprawdź, czy wpisujesz wszystkie.'],
    ['99023001235', 'pesel.date', 'W numerze PESEL zapisana jest data, której nie ma w kalendarzu — sprawdź numer.'],
    ['', 'required', 'Podaj PESEL: 11 cyfr.'],
  ])('PESEL %j is %s', (pesel, code, message) => {
    const answers = changed((a: { taxpayer: { pesel: string } }) => void (a.taxpayer.pesel = pesel));
    expect(errorsOf(answers)).toEqual([{ pointer: '/taxpayer/pesel', code, message }]);
  });
  it('in a row names the row, in English when asked', () => {
    const answers = changed((a: { objects: { buildings: { kw: string }[] } }) => {
      a.objects.buildings[1]!.kw = 'LE1L/00012345/4';
    });
    expect(errorsOf(answers, { lang: 'en' })).toEqual([
      {
        pointer: '/objects/buildings/1/kw',
        code: 'kw.checksum',
        message: 'The check digit of this register number is wrong — check the number.',
      },
    ]);
  });
  it('uses the author’s own sentence', () => {
    const answers = changed((a: { declaration: { truthful?: boolean } }) => void delete a.declaration.truthful);
    expect(errorsOf(answers)[0]?.message).toBe('Zaznacz oświadczenie — bez niego nie można wysłać informacji.');
    const unticked = changed((a: { declaration: { truthful: boolean } }) => void (a.declaration.truthful = false));
    expect(errorsOf(unticked)[0]).toMatchObject({ pointer: '/declaration/truthful', code: 'required' });
  });
  it('that the form does not have is refused by name', () => {
    const answers = changed((a: Record<string, unknown>) => void (a.isAdmin = true));
    expect(errorsOf(answers)).toEqual([
      { pointer: '/isAdmin', code: 'unknown-field', message: 'Formularz nie ma pola „isAdmin” — usuń je.' },
    ]);
    const nested = JSON.parse('{"purpose":{"__proto__":{"kind":"information"},"constructor":1}}');
    const codes = errorsOf(nested, { lang: 'pl', page: 'purpose' }).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(codes).toContain('/purpose/__proto__ unknown-field');
    expect(codes).toContain('/purpose/constructor unknown-field');
  });
  it('with characters that no store keeps is refused', () => {
    for (const text of ['a\u0000b', '\ud800']) {
      const answers = changed((a: { taxpayer: { givenName: string } }) => void (a.taxpayer.givenName = text));
      expect(errorsOf(answers)).toMatchObject([{ pointer: '/taxpayer/givenName', code: 'characters' }]);
    }
  });
  it.each([null, 'text', 7, [], [[]], { taxpayer: 'Anna' }, { objects: { land: { 0: {} } } }])(
    'of a wrong shape (%j) is an error, not a crash',
    (answers) => expect(errorsOf(answers).length).toBeGreaterThan(0),
  );
  it('keeps HTML as the text that it is', () => {
    const html = '<img src=x onerror=alert(1)>';
    const answers = changed((a: { taxpayer: { givenName: string } }) => void (a.taxpayer.givenName = html));
    expect(validateAnswers(form, answers, pl)).toMatchObject({ ok: true, answers: { taxpayer: { givenName: html } } });
  });
});

describe('an empty form', () => {
  it('asks each required field of the page in reading order', () => {
    const errors = errorsOf({}, { lang: 'pl', page: 'purpose' });
    expect(errors.map((error) => error.pointer)).toEqual([
      '/purpose/kind',
      '/purpose/event',
      '/purpose/eventMonth',
      '/purpose/taxpayerKind',
    ]);
    expect(errors[0]?.message).toBe('Wybierz odpowiedź: „Po co składasz informację?”.');
  });
  it('orders errors by page', () => {
    const pages = errorsOf({}).map((error) => error.pointer.split('/')[1]);
    expect([...new Set(pages)]).toEqual(['purpose', 'taxpayer', 'objects', 'declaration']);
  });
});

describe('rules', () => {
  it('ask for a share only where there is one, and only a possible one', () => {
    const withShare = (share: unknown) =>
      changed((a: { objects: { land: Record<string, unknown>[] } }) => {
        Object.assign(a.objects.land[0]!, { sharing: 'withPremises', share });
      });
    expect(errorsOf(withShare(undefined))).toMatchObject([{ pointer: '/objects/land/0/share', code: 'required' }]);
    expect(errorsOf(withShare({ numerator: 5432, denominator: 254310 }))).toEqual([]);
    expect(errorsOf(withShare({ numerator: 3, denominator: 2 }))).toMatchObject([
      {
        pointer: '/objects/land/0/share',
        message: 'Udział nie może być większy niż całość — sprawdź licznik i mianownik.',
      },
    ]);
  });
  it('drop what is hidden and do not ask for it', () => {
    const answers = changed(
      (a: { taxpayer: Record<string, unknown>; objects: { land: Record<string, unknown>[] } }) => {
        a.taxpayer.deliveryAddress = { city: 'Wrocław' };
        a.objects.land[0]!.hectares = '0.0612';
      },
    );
    const checked = validateAnswers(form, answers, pl);
    expect(checked.ok && checked.answers.taxpayer).not.toHaveProperty('deliveryAddress');
    expect(checked.ok && JSON.stringify(checked.answers.objects)).not.toContain('hectares');
  });
  it('ask for each part of a group once it is shown', () => {
    const answers = changed((a: { taxpayer: Record<string, unknown> }) => void (a.taxpayer.otherDelivery = true));
    expect(errorsOf(answers).map((error) => error.pointer)).toEqual([
      '/taxpayer/deliveryAddress/house',
      '/taxpayer/deliveryAddress/postcode',
      '/taxpayer/deliveryAddress/city',
    ]);
  });
  it('want at least one object, taxed or exempt', () => {
    const answers = changed((a: { objects: unknown }) => void (a.objects = { land: [] }));
    expect(errorsOf(answers)).toMatchObject([{ pointer: '/objects', code: 'check' }]);
  });
  it('want remarks from a clerk who returns the form', () => {
    const verify = catalogForm('podatek-od-nieruchomosci', 'tasks/verify');
    expect(validateAnswers(verify, { outcome: 'accept' }, pl)).toEqual({ ok: true, answers: { outcome: 'accept' } });
    expect(validateAnswers(verify, { outcome: 'return' }, pl)).toMatchObject({
      ok: false,
      errors: [{ pointer: '/remarks', code: 'required' }],
    });
  });
});
