import { describe, expect, it } from '@jest/globals';
import { evaluateFeel, feelSyntaxError, passesUnaryTest } from './feel.ts';

const now = '2026-03-28T23:30:00.000Z';
const value = (expression: string, variables = {}) => {
  const result = evaluateFeel(expression, variables, now);
  return result.ok ? result.value : result.code;
};

describe('evaluateFeel', () => {
  it('reads a missing name as null, as Camunda 8 does', () => {
    expect(value('outcome')).toBeNull();
    expect(value('outcome = null')).toBe(true);
    expect(value('outcome = "accept"')).toBe(false);
    expect(value('area > 3')).toBeNull();
    expect(value('count(form.objects.land) > 1', { form: {} })).toBeNull();
  });

  it('knows the office time and no other', () => {
    expect(value('now()')).toBe('2026-03-28T23:30:00Z');
    expect(value('today() + duration("P8D")')).toBe('2026-04-06');
  });

  it('knows the end of a statutory term, moved off a day off', () => {
    // 29 March + 7 days is Easter Sunday 5 April 2026, and the 6th a holiday too.
    expect(value('lastDayOf("formal-defects")')).toBe('2026-04-07');
    expect(value('lastDayOf("anything")')).toBeNull();
  });

  it('gives errors as values', () => {
    expect(value('a +')).toBe('feel-syntax');
    expect(value('function(x) x')).toBe('feel-not-data');
    expect(value('[1..3]')).toBe('feel-not-data');
    expect(value('1 / 0')).toBeNull();
  });

  it('gives dates and durations as ISO text inside data too', () =>
    expect(value('{due: date("2026-01-31"), in: [duration("P1D")]}')).toEqual({ due: '2026-01-31', in: ['P1D'] }));
});

describe('passesUnaryTest', () => {
  const passes = (test: string, tested: number | string | null) => passesUnaryTest(test, tested, { limit: 5 }, now);
  it('tests a cell of a decision table', () => {
    expect(passes('> limit', 7)).toEqual({ ok: true, value: true });
    expect(passes('> limit', 3)).toEqual({ ok: true, value: false });
    expect(passes('-', null)).toEqual({ ok: true, value: true });
    expect(passes('"full", "simple"', 'simple')).toEqual({ ok: true, value: true });
  });
  it('reads an unknown answer as no', () => expect(passes('> limit', null)).toEqual({ ok: true, value: false }));
});

describe('feelSyntaxError', () => {
  it('shows the place', () => {
    expect(feelSyntaxError('a + b', 'expression')).toBeNull();
    expect(feelSyntaxError('a + ', 'expression')).toBe('a + ⟨?⟩');
    expect(feelSyntaxError('${a}', 'expression')).not.toBeNull();
    expect(feelSyntaxError('> 5, < 1', 'unary tests')).toBeNull();
  });
});
