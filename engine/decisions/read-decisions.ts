import { DmnModdle } from 'dmn-moddle';
import type { Reading } from '../compiling/expressions.ts';
import { readFeel } from '../compiling/expressions.ts';
import type { ModelElement } from '../compiling/model.ts';
import { element, elements, nameOf, text } from '../compiling/model.ts';
import { readXml } from '../compiling/read-xml.ts';
import { problem } from '../problems.ts';
import type { Aggregation, Decision, HitPolicy, Table } from './decision.ts';

/** All decisions of the bundle's DMN files (DMN 1.3), by id. */
export const readDecisions = async (
  reading: Reading,
  files: { [name: string]: string },
): Promise<{ [id: string]: Decision }> => {
  const decisions: { [id: string]: Decision } = {};
  for (const [file, xml] of Object.entries(files)) {
    const { root, problems } = await readXml(new DmnModdle(), file, xml);
    reading.problems.push(...problems);
    for (const drawn of elements(root?.['drgElement']).filter(({ $type }) => $type === 'dmn:Decision')) {
      const id = drawn.id ?? '';
      if (decisions[id]) reading.problems.push(problem('duplicate-decision', id, { decision: id }));
      decisions[id] = readDecision(reading, drawn);
    }
  }
  return findCircles(reading, decisions);
};

const readDecision = (reading: Reading, drawn: ModelElement): Decision => ({
  id: drawn.id ?? '',
  name: text(element(drawn['variable'])?.name) ?? text(drawn.name) ?? drawn.id ?? '',
  requires: elements(drawn['informationRequirement']).flatMap((requirement) => {
    const reference = text(element(requirement['requiredDecision'])?.['href']);
    return reference === undefined ? [] : [reference.replace(/^.*#/, '')];
  }),
  logic: readLogic(reading, drawn, element(drawn['decisionLogic'])),
});

const readLogic = (reading: Reading, drawn: ModelElement, logic: ModelElement | undefined): Decision['logic'] => {
  if (logic?.$type === 'dmn:DecisionTable') return readTable(reading, drawn, logic);
  if (logic?.$type === 'dmn:LiteralExpression')
    return { kind: 'literal', expression: readFeel(reading, drawn, text(logic['text']) ?? 'null') };
  reading.problems.push(unsupported(drawn, logic?.$type ?? 'no logic'));
  return { kind: 'literal', expression: 'null' };
};

const unsupported = (drawn: ModelElement, feature: string) =>
  problem('unsupported-decision', drawn.id ?? null, { decision: nameOf(drawn), feature });

const readTable = (reading: Reading, drawn: ModelElement, logic: ModelElement): Table => {
  const cell = (found: ModelElement) => text(found['text']) ?? '';
  const feel = (source: string) => (source === '' ? '' : readFeel(reading, drawn, source));
  const optional = (found: ModelElement | undefined) => text(found?.['text']) ?? null;
  const outputs = elements(logic['output']).map((output) => {
    const fallback = optional(element(output['defaultOutputEntry']));
    return {
      name: text(output.name) ?? '',
      priorities: optional(element(output['outputValues'])),
      fallback: fallback === null ? null : feel(fallback),
    };
  });
  const hitPolicy = (text(logic['hitPolicy']) ?? 'UNIQUE') as HitPolicy;
  const aggregation = (text(logic['aggregation']) ?? null) as Aggregation | null;
  if (aggregation !== null && outputs.length > 1)
    reading.problems.push(unsupported(drawn, `${aggregation} × ${outputs.length}`));
  return {
    kind: 'table',
    hitPolicy,
    aggregation,
    inputs: elements(logic['input']).map((input) => ({
      expression: feel(cell(element(input['inputExpression']) ?? { $type: '' })) || 'null',
    })),
    outputs,
    rules: elements(logic['rule']).map((rule) => ({
      id: rule.id ?? '',
      inputs: elements(rule['inputEntry']).map((entry) => readTest(reading, drawn, cell(entry))),
      outputs: elements(rule['outputEntry']).map((entry) => feel(cell(entry))),
    })),
  };
};

/** An empty cell is passed by everything. */
const readTest = (reading: Reading, drawn: ModelElement, source: string): string =>
  source === '' || source === '-' ? '-' : readFeel(reading, drawn, source, 'unary tests');

/** Decisions that require themselves would never be answered. */
const findCircles = (reading: Reading, decisions: { [id: string]: Decision }): { [id: string]: Decision } => {
  const reaches = (id: string, wanted: string, seen: Set<string>): boolean =>
    (decisions[id]?.requires ?? []).some(
      (next) => next === wanted || (!seen.has(next) && reaches(next, wanted, seen.add(next))),
    );
  for (const decision of Object.values(decisions)) {
    if (reaches(decision.id, decision.id, new Set()))
      reading.problems.push(problem('circular-decision', decision.id, { decision: decision.name }));
    for (const required of decision.requires)
      if (!decisions[required])
        reading.problems.push(problem('unknown-decision', decision.id, { name: decision.name, decision: required }));
  }
  return decisions;
};
