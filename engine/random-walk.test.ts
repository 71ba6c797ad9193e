import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocks } from './blocks.ts';
import { compile } from './compile.ts';
import type { Command, Json, KernelEvent, Variables } from './contract.ts';
import { fixture } from './testing/plan-of.ts';
import { activeElements, start, step } from './kernel.ts';
import type { State } from './kernel.ts';
import type { Plan } from './plan.ts';

const now = '2026-03-02T08:00:00.000Z';
const folder = new URL('../catalog/podatek-od-nieruchomosci/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

/** What the commands alone say is open: the picture that a user of the kernel has of it. */
type Open = { [key: string]: KernelEvent[] };
const keep = (open: Open, command: Command, answer: Variables): void => {
  if (command.type === 'open-task')
    open[command.taskKey] = [{ type: 'task-completed', taskKey: command.taskKey, output: answer }];
  if (command.type === 'set-timer') open[command.timerKey] = [{ type: 'timer-fired', timerKey: command.timerKey }];
  if (command.type === 'await-message') {
    const { name, correlationKey } = command;
    open[command.subscriptionKey] = [{ type: 'message', name, correlationKey, variables: answer }];
  }
  if (command.type === 'run-block') {
    const { blockKey, block } = command;
    const codes = [...(blocks as Record<string, { errors: readonly string[] }>)[block]!.errors, 'Outage'];
    const failed = codes.map((code) => ({ type: 'block-failed' as const, blockKey, code, message: 'x' }));
    open[blockKey] = [{ type: 'block-ended', blockKey, output: answer }, ...failed];
  }
  if (command.type === 'raise-incident')
    open[command.incidentKey] = [{ type: 'incident-retried', incidentKey: command.incidentKey }];
  if (command.type === 'resolve-incident') delete open[command.incidentKey];
  if (command.type === 'cancel-task') delete open[command.taskKey];
  if (command.type === 'cancel-timer') delete open[command.timerKey];
  if (command.type === 'cancel-block') delete open[command.blockKey];
  if (command.type === 'cancel-message') delete open[command.subscriptionKey];
};
const keyOf = (event: KernelEvent): string =>
  'taskKey' in event ? event.taskKey : 'timerKey' in event ? event.timerKey : 'blockKey' in event ? event.blockKey : '';

const answers: fc.Arbitrary<Variables> = fc.record({
  outcome: fc.constantFrom('accept', 'return', 'noTax', 'nonsense'),
  channel: fc.constantFrom('electronic', 'collector'),
  taxYear: fc.constantFrom<Json>(null, 2025),
  broken: fc.boolean(),
});

/** Walks by random answers and checks after each step that the commands and the state agree on what is open. */
const walk = (plan: Plan, input: Variables, choices: { choice: number; answer: Variables }[]): State => {
  const open: Open = {};
  let { state, commands } = start(plan, input, now);
  const entered: { [id: string]: number } = {};
  const check = (answer: Variables) => {
    for (const command of commands) {
      keep(open, command, answer);
      if (command.type === 'record')
        entered[command.elementId] = (entered[command.elementId] ?? 0) + (command.step === 'entered' ? 1 : -1);
    }
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    const standing = Object.keys(entered).filter((id) => entered[id] !== 0);
    expect([...standing].sort()).toEqual([...activeElements(state)].sort());
    const isOver = state.status === 'ended';
    expect(commands.some(({ type }) => type === 'end')).toBe(isOver);
    // Nobody waits for nothing: what is not over can be moved by something that is open.
    expect(Object.keys(open).length > 0).toBe(!isOver);
  };
  check({});
  for (const { choice, answer } of choices) {
    const events = Object.values(open).flat();
    const event = events[choice % events.length];
    if (!event || state.status === 'ended') break;
    delete open[keyOf(event)];
    if (event.type === 'message')
      for (const [key, [first]] of Object.entries(open)) if (first === event) delete open[key];
    const before = state;
    ({ state, commands } = step(plan, before, { ...event, ...('output' in event ? { output: answer } : {}) }, now));
    expect(state).not.toBe(before);
    check(answer);
    const repeated = step(plan, state, event, now);
    if (event.type !== 'message') expect(repeated.commands).toEqual([]);
  }
  return state;
};

const choices = fc.array(fc.record({ choice: fc.nat(), answer: answers }), { maxLength: 40 });

describe('random walks', () => {
  let service: Plan;
  beforeAll(async () => {
    const compiled = await compile({
      processXml: read('process.bpmn'),
      decisions: { verification: read('decisions/verification.dmn') },
      forms: { verify: {}, correct: {}, address: {} },
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    service = compiled.plan;
  });

  it('over the property tax lose no token: each ends, or waits for something that can come', () => {
    const input = {
      form: { objects: { land: [{ area: '5' }] } },
      year: 2026,
      letterId: 'l',
      decisionId: 'd',
      effectiveDate: '2026-03-02',
    };
    fc.assert(
      fc.property(choices, (steps) => void walk(service, input, steps)),
      { numRuns: 150 },
    );
  });

  it.each(['parallel', 'boundary-timer', 'boundary-error', 'sub-process', 'terminate', 'two-tasks'])(
    'over %s do as well',
    async (name) => {
      const compiled = await compile({ processXml: fixture(`${name}.bpmn`), decisions: {}, forms: {} });
      if (!compiled.ok) throw new Error(name);
      const input = { due: '2026-04-01', letterId: 'l' };
      fc.assert(
        fc.property(choices, (steps) => void walk(compiled.plan, input, steps)),
        { numRuns: 50 },
      );
    },
  );
});
