import type { Command, Instant, Json, KernelEvent, OpenTask, RunBlock, Variables } from './contract.ts';
import type { State } from './kernel.ts';
import { activeElements, start, step } from './kernel.ts';
import type { Plan } from './plan.ts';
import { dueOf } from './running/due.ts';

/** One line of a script. What is completed or fails may be a user task, a block or a waiting message, by element id. */
export type ScriptStep =
  | { complete: string; variables?: Variables }
  | { fail: string; code: string; message?: string }
  | { message: string; key: string; variables?: Variables }
  /** The clock goes on by an ISO duration; timers that fall due meanwhile fire in their order. */
  | { advance: string }
  /** Tries the incident at the element again. */
  | { retry: string };

export type Simulated = {
  /** Elements in the order in which tokens entered them. */
  path: string[];
  tasks: OpenTask[];
  blocks: RunBlock[];
  /** Result of each business rule task, by its result variable, as it stood at the end. */
  decisions: { [resultVariable: string]: Json };
  incidents: { elementId: string; code: string; detail: string }[];
  /** Where tokens stand when the script is over. */
  active: string[];
  ended: boolean;
  /** Id of the end event reached last. */
  end: string | null;
  variables: Variables;
  state: State;
};

/** A step of the script that nothing in the process waits for. */
export class ScriptError extends Error {
  override name = 'ScriptError';
}

/** Plays a process on a clock of its own, with all answers given by the script. */
export const simulate = (
  plan: Plan,
  { input, script, now = '2026-03-02T08:00:00.000Z' }: { input: Variables; script: ScriptStep[]; now?: Instant },
): Simulated => {
  const { state, commands } = start(plan, input, now);
  const world: World = { plan, now, state, commands: [], timers: new Map() };
  take(world, commands);
  script.forEach((line, index) => play(world, line, index));
  return report(world);
};

type World = { plan: Plan; now: Instant; state: State; commands: Command[]; timers: Map<string, Instant> };

const take = (world: World, commands: Command[]): void => {
  world.commands.push(...commands);
  for (const command of commands) {
    if (command.type === 'set-timer') world.timers.set(command.timerKey, command.due);
    if (command.type === 'cancel-timer') world.timers.delete(command.timerKey);
  }
};

const tell = (world: World, event: KernelEvent): void => {
  const { state, commands } = step(world.plan, world.state, event, world.now);
  world.state = state;
  take(world, commands);
};

const play = (world: World, line: ScriptStep, index: number): void => {
  if ('advance' in line) return advance(world, line.advance);
  const before = world.state;
  tell(world, eventOf(world, line));
  if (world.state !== before) return;
  const active = activeElements(before).join(', ');
  throw new ScriptError(`step ${index + 1} (${JSON.stringify(line)}): nothing waits for it; active: ${active}`);
};

const eventOf = (world: World, line: Exclude<ScriptStep, { advance: string }>): KernelEvent => {
  if ('complete' in line) return completion(world, line.complete, line.variables ?? {});
  if ('fail' in line) {
    const { fail, code, message = code } = line;
    return { type: 'block-failed', blockKey: keyOf(world, fail), code, message };
  }
  if ('retry' in line) return { type: 'incident-retried', incidentKey: incidentOf(world, line.retry) };
  return { type: 'message', name: line.message, correlationKey: line.key, variables: line.variables ?? {} };
};

const completion = (world: World, elementId: string, output: Variables): KernelEvent => {
  const instance = standingAt(world, elementId);
  if (instance?.waitsFor === 'block') return { type: 'block-ended', blockKey: keyOf(world, elementId), output };
  if (instance?.waitsFor === 'message') {
    const element = world.plan.elements[elementId];
    const name = element?.type === 'messageCatch' ? element.message.name : '';
    return { type: 'message', name, correlationKey: instance.correlationKey ?? '', variables: output };
  }
  return { type: 'task-completed', taskKey: instance?.key ?? elementId, output };
};

const standingAt = (world: World, elementId: string) =>
  Object.values(world.state.instances).find((instance) => instance.elementId === elementId);

/** The key of the block that was started last at the element. */
const keyOf = (world: World, elementId: string): string =>
  world.commands.filter((command) => command.type === 'run-block').findLast((block) => block.elementId === elementId)
    ?.blockKey ?? elementId;

const incidentOf = (world: World, elementId: string): string =>
  standingAt(world, elementId)?.incident?.key ?? elementId;

/** Moves the clock, stopping at each timer on the way. */
const advance = (world: World, duration: string): void => {
  const until = dueOf('duration', duration, world.now);
  if (until === null) throw new ScriptError(`${duration} is no duration`);
  for (;;) {
    const [next] = [...world.timers]
      .filter(([, due]) => due <= until)
      .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
    if (!next) break;
    const [timerKey, due] = next;
    world.timers.delete(timerKey);
    if (due > world.now) world.now = due;
    tell(world, { type: 'timer-fired', timerKey });
  }
  world.now = until;
};

const report = ({ plan, state, commands }: World): Simulated => {
  const entered = commands.flatMap((command) =>
    command.type === 'record' && command.step === 'entered' ? [command.elementId] : [],
  );
  const decided = Object.values(plan.elements).flatMap((element) =>
    element.type === 'businessRuleTask' && entered.includes(element.id) ? [element.resultVariable] : [],
  );
  return {
    path: entered,
    tasks: commands.filter((command) => command.type === 'open-task'),
    blocks: commands.filter((command) => command.type === 'run-block'),
    decisions: Object.fromEntries(decided.map((name) => [name, state.variables[name] ?? null])),
    incidents: commands.flatMap((command) =>
      command.type === 'raise-incident'
        ? [{ elementId: command.elementId, code: command.code, detail: command.detail }]
        : [],
    ),
    active: activeElements(state),
    ended: state.status === 'ended',
    end: entered.findLast((id) => plan.elements[id]?.type === 'endEvent') ?? null,
    variables: state.variables,
    state,
  };
};
