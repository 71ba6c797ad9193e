import { checkBindings } from './compiling/check-bindings.ts';
import type { FieldUse } from './compiling/check-fields.ts';
import { checkFields } from './compiling/check-fields.ts';
import { checkStructure } from './compiling/check-structure.ts';
import type { Reading } from './compiling/expressions.ts';
import { nameOf } from './compiling/model.ts';
import { namedPaths } from './compiling/named-paths.ts';
import { readDiagram } from './compiling/read-diagram.ts';
import type { Problem } from './contract.ts';
import { readDecisions } from './decisions/read-decisions.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Plan } from './plan.ts';
import { problem } from './problems.ts';

/** The part of a service's bundle that a process is made of. */
export type Sources = {
  processXml: string;
  /** DMN files by name. */
  decisions: { [name: string]: string };
  /** Schemas of `tasks/<key>.schema.json` by key. */
  forms: { [taskFormKey: string]: JsonSchema };
  /** The service's own form, for checking the fields that expressions name. */
  formSchema?: JsonSchema;
};

export type Compiled = { ok: true; plan: Plan } | { ok: false; problems: Problem[] };

/** Reads and checks a diagram of the Camunda 8 dialect with its decisions: a plan, or everything that stands in its way. */
export const compile = async ({ processXml, decisions: files, forms, formSchema }: Sources): Promise<Compiled> => {
  const reading: Reading = { problems: [], expressions: [] };
  const decisions = await readDecisions(reading, files);
  const diagram = await readDiagram(reading, processXml);
  if (!diagram) return { ok: false, problems: reading.problems };
  const uses = fieldUses(reading);
  const problems = [
    ...reading.problems,
    ...checkStructure(diagram),
    ...checkBindings(diagram, { forms, decisions }),
    ...uses
      .filter(({ path }) => path.length === 1)
      .map(({ elementId, name }) => problem('whole-form', elementId, { name })),
    ...(formSchema ? checkFields(uses, formSchema) : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const usedAnswers = [...new Set(uses.flatMap(({ path }) => path[1] ?? []))].sort();
  return { ok: true, plan: { format: 1, ...diagram, decisions, usedAnswers } };
};

/** Every place at which the process or a decision names the filed answers. */
const fieldUses = ({ expressions }: Reading): FieldUse[] =>
  expressions.flatMap(({ owner, feel, kind }) =>
    namedPaths(feel, kind)
      .filter(([root]) => root === 'form')
      .map((path) => ({ elementId: owner.id ?? null, name: nameOf(owner), path })),
  );
