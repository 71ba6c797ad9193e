import type { Command, Instant, Json, Variables } from '../contract.ts';
import { evaluateFeel } from '../feel.ts';
import type { Mapping, Plan, PlanElement, Value } from '../plan.ts';
import { assign } from './assign.ts';
import { ElementFailure } from './failure.ts';
import type { Instance, State } from './state.ts';
import { holderOf, visibleFrom } from './state.ts';

/** One call of the kernel at work: its own copy of the state, the commands so far and the tokens still to be moved. */
export type Run = {
  plan: Plan;
  state: State;
  now: Instant;
  commands: Command[];
  /** Flows that tokens have set out on. */
  underway: { flow: string | null; to: string; scope: string | null }[];
  entered: number;
};

export const elementOf = (run: Run, id: string): PlanElement => {
  const element = run.plan.elements[id];
  if (!element) throw new Error(`the plan has no element ${id}`);
  return element;
};

export const record = (run: Run, elementId: string, step: 'entered' | 'left' | 'cancelled'): void => {
  const { type, name } = elementOf(run, elementId);
  run.commands.push({ type: 'record', elementId, elementType: type, step, name });
};

/** All that an expression at this instance sees. */
export const visibleAt = (run: Run, instance: Instance): Variables => ({
  ...visibleFrom(run.state, instance.scope),
  ...instance.local,
});

export const evaluateAt = (run: Run, expression: string, variables: Variables): Json => {
  const result = evaluateFeel(expression, variables, run.now);
  if (!result.ok) throw new ElementFailure(result.code, `${expression}: ${result.detail}`);
  return result.value;
};

export const valueOf = <T extends Json>(run: Run, value: Value<T>, variables: Variables): Json =>
  'is' in value ? value.is : evaluateAt(run, value.feel, variables);

/** A text that must be there, as a correlation key must; numbers count as their text. */
export const textOf = (run: Run, value: Value<string>, variables: Variables, what: string): string => {
  const found = valueOf(run, value, variables);
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  throw new ElementFailure('no-text', `${what} is ${JSON.stringify(found)}`);
};

/** Each mapping sees the results of those before it. */
export const applyMappings = (run: Run, mappings: Mapping[], variables: Variables): Variables => {
  const mapped: Variables = {};
  for (const { source, target } of mappings)
    assign(mapped, target, copyOf(valueOf(run, source, { ...variables, ...mapped })));
  return mapped;
};

/** Writes results outside of the element: those its output mapping names, or all where it has none (as in Camunda 8). */
export const propagate = (run: Run, instance: Instance, output: Variables): void => {
  const { output: mappings } = elementOf(run, instance.elementId);
  const results =
    mappings.length === 0 ? output : applyMappings(run, mappings, { ...visibleAt(run, instance), ...output });
  for (const [name, value] of Object.entries(results)) {
    const holder = holderOf(run.state, instance.scope, name);
    // A mapping to `a.b` keeps the other fields of `a`.
    const isPart = mappings.some(({ target }) => target.startsWith(`${name}.`));
    assign(holder, name, isPart ? merged(holder[name] ?? null, value) : value);
  }
};

const isObject = (value: Json): value is Variables =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const merged = (old: Json, added: Json): Json => {
  if (!isObject(old) || !isObject(added)) return added;
  const result: Variables = { ...old };
  for (const [name, value] of Object.entries(added)) assign(result, name, merged(old[name] ?? null, value));
  return result;
};

/** JSON of its own, so that no two variables share an object. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
