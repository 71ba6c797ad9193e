import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../compiling/expressions.ts';
import type { Variables } from '../contract.ts';
import { fixture } from '../testing/plan-of.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { readDecisions } from './read-decisions.ts';

const now = '2026-03-02T08:00:00.000Z';
const tables = fixture('tables.dmn');

const read = async (xml: string) => {
  const reading: Reading = { problems: [], expressions: [] };
  const decisions = await readDecisions(reading, { tables: xml });
  return { decisions, codes: reading.problems.map(({ code }) => code) };
};
const decide = async (id: string, variables: Variables, xml = tables) => {
  const { decisions } = await read(xml);
  const decided = evaluateDecision(decisions, id, variables, now);
  return decided.ok ? decided.value : decided.code;
};
const withPolicy = (policy: string) => tables.replace('hitPolicy="FIRST"', `hitPolicy="${policy}"`);
const withAggregation = (name: string) => tables.replace('aggregation="SUM"', `aggregation="${name}"`);

describe('hit policies', () => {
  it.each([
    ['FIRST', 'low'],
    ['UNIQUE', 'several-rules'],
    ['ANY', 'rules-differ'],
    ['PRIORITY', 'high'],
    ['RULE ORDER', ['low', 'high', 'middle']],
    ['OUTPUT ORDER', ['high', 'middle', 'low']],
    ['COLLECT', ['low', 'high', 'middle']],
  ])('%s', async (policy, value) => {
    expect(await decide('POLICY', { area: 150 }, withPolicy(policy))).toEqual(value);
    expect(await decide('POLICY', { area: 5 }, withPolicy(policy))).toBeNull();
  });

  it.each([
    ['SUM', 12, null],
    ['MIN', 5, null],
    ['MAX', 7, null],
    ['COUNT', 2, 0],
  ])('COLLECT with %s', async (name, value, ofNothing) => {
    expect(await decide('SUMMED', { area: 150 }, withAggregation(name))).toBe(value);
    expect(await decide('SUMMED', { area: 1 }, withAggregation(name))).toBe(ofNothing);
  });

  it('refuse to add up what is no number', async () =>
    expect(await decide('SUMMED', { area: 150 }, tables.replace('<text>7</text>', '<text>"seven"</text>'))).toBe(
      'no-numbers',
    ));
});

describe('a decision', () => {
  it('with several outputs is a context; FEEL works in its cells', async () => {
    expect(await decide('wide', { kind: 'flat', area: 60 })).toEqual({ rate: 120, note: 'lived in' });
    expect(await decide('wide', { kind: 'garage', area: 60 })).toEqual({ rate: 1, note: null });
  });
  it('with default outputs gives them when no rule matches', async () =>
    expect(await decide('wide', { kind: 'none', area: 60 })).toEqual({ rate: 0, note: null }));
  it('sees the decisions that it requires, by name and by id', async () =>
    expect(await decide('together', { kind: 'flat', area: 150 })).toEqual({ points: 12, byId: 13, rate: 300 }));
  it('whose rules no input reaches does not break on null', async () => expect(await decide('POLICY', {})).toBeNull());
});

describe('reading', () => {
  it('finds circles, unknown requirements, doubles and bad FEEL', async () => {
    const circle = tables.replace(
      '<literalExpression>',
      '<informationRequirement><requiredDecision href="#together" /></informationRequirement><literalExpression>',
    );
    expect((await read(circle)).codes).toEqual(['circular-decision']);
    expect((await read(tables.replace('href="#wide"', 'href="#gone"'))).codes).toEqual(['unknown-decision']);
    expect((await read(tables.replace('id="wide"', 'id="POLICY"'))).codes).not.toEqual([]);
    expect((await read(tables.replace('[50..200]', '[50..'))).codes).toEqual(['feel-syntax']);
    expect((await read(tables.replace(/<literalExpression>.*<\/literalExpression>/, '<context />'))).codes).toEqual([
      'unsupported-decision',
    ]);
  });
});
