import { describe, expect, it } from '@jest/globals';
import { compile } from './compile.ts';
import { compileFixture, fixture } from './testing/plan-of.ts';

const form = {
  type: 'object',
  properties: { objects: { $ref: '#/$defs/objects' } },
  $defs: { objects: { properties: { land: { type: 'array', items: { properties: { area: { type: 'string' } } } } } } },
};
const problemsOf = async (name: string) => {
  const compiled = await compileFixture(name, form);
  return compiled.ok ? [] : compiled.problems;
};
const withScript = (feel: string) =>
  compile({
    processXml: fixture('catching.bpmn').replace('=first + second', feel),
    decisions: {},
    forms: {},
    formSchema: form,
  });

describe('compile', () => {
  it('names each mistake with its element, and all at once', async () => {
    const found = (await problemsOf('mistakes')).map(({ code, elementId }) => `${elementId} ${code}`).sort();
    expect(found).toEqual(
      [
        'begin unsupported-feature',
        'nobody nobody-assigned',
        'nobody unknown-form',
        'guess unknown-block',
        'deliver unknown-block-input',
        'deliver missing-block-input',
        'deliver unknown-field',
        'lost unknown-error',
        'ask unknown-decision',
        'choice branch-without-condition',
        'choice branch-without-condition',
        'some unsupported-element',
        'script feel-syntax',
        'juel feel-foreign',
        'soon bad-time',
        'each unsupported-feature',
        'island dead-end',
        'island unreachable',
      ].sort(),
    );
  });

  it('says in Polish and English what is wrong and what to do', async () => {
    const foreign = (await problemsOf('mistakes')).find(({ code }) => code === 'feel-foreign');
    expect(foreign?.message.pl).toBe('Wyrażenie „${a == 1}” w „juel” nie jest w języku FEEL.');
    expect(foreign?.remedy.en).toBe('Write it as: =a = 1');
    for (const { message, remedy } of await problemsOf('mistakes'))
      for (const text of [message.pl, message.en, remedy.pl, remedy.en]) expect(text).not.toMatch(/\{\w+\}/);
  });

  it('knows which answers the process uses', async () => {
    const compiled = await withScript('=some piece in form.objects.land satisfies number(piece.area) > 5');
    expect(compiled).toMatchObject({ ok: true, plan: { usedAnswers: ['objects'] } });
  });

  it.each(['=form.objects.wood', '=some piece in form.objects.land satisfies piece.size > 5', '=form.land'])(
    'refuses %s, which the form does not have',
    async (feel) =>
      expect(await withScript(feel)).toMatchObject({
        ok: false,
        problems: [{ code: 'unknown-field', elementId: 'sum' }],
      }),
  );

  it('refuses the form as a whole: a case takes in only what it needs', async () =>
    expect(await withScript('=form')).toMatchObject({ ok: false, problems: [{ code: 'whole-form' }] }));

  it.each([
    ['no XML', 'not xml'],
    ['half a file', fixture('two-tasks.bpmn').slice(0, 400)],
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "a">]><bpmn:definitions/>'],
    ['two elements of one id', fixture('two-tasks.bpmn').replace('id="second"', 'id="first"')],
    ['too much', ' '.repeat(5_000_001)],
  ])('refuses %s', async (_, processXml) => {
    const compiled = await compile({ processXml, decisions: {}, forms: {} });
    expect(compiled.ok ? [] : compiled.problems.map(({ code }) => code)).toContain('xml-unreadable');
  });

  it('asks for a process that may run', async () => {
    const processXml = fixture('two-tasks.bpmn').replace('isExecutable="true"', 'isExecutable="false"');
    expect(await compile({ processXml, decisions: {}, forms: {} })).toMatchObject({
      problems: [{ code: 'no-process' }],
    });
  });
});
