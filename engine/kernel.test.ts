import { describe, expect, it } from '@jest/globals';
import { planOf } from './testing/plan-of.ts';
import { start, step } from './kernel.ts';
import type { ScriptStep } from './simulate.ts';
import { simulate } from './simulate.ts';

const play = async (name: string, script: ScriptStep[], input = {}) => simulate(await planOf(name), { input, script });
const now = '2026-03-02T08:00:00.000Z';

describe('tasks', () => {
  it('go one after another, and their output becomes variables', async () => {
    const { path, tasks, variables, ended } = await play('two-tasks', [
      { complete: 'first', variables: { a: 1 } },
      { complete: 'second', variables: { b: [2] } },
    ]);
    expect(path).toEqual(['start', 'first', 'second', 'end']);
    expect(tasks.map(({ taskKey }) => taskKey)).toEqual(['first#1', 'second#1']);
    expect({ variables, ended }).toEqual({ variables: { a: 1, b: [2] }, ended: true });
  });

  it('are done once: a repeated or late event changes nothing', async () => {
    const plan = await planOf('two-tasks');
    const done = { type: 'task-completed', taskKey: 'first#1', output: {} } as const;
    const { state } = step(plan, start(plan, {}, now).state, done, now);
    const again = step(plan, state, done, now);
    expect(again.commands).toEqual([]);
    expect(again.state).toBe(state);
    expect(step(plan, state, { type: 'timer-fired', timerKey: 'x#1' }, now).commands).toEqual([]);
    expect(step(plan, state, { type: 'block-ended', blockKey: 'second#1', output: {} }, now).commands).toEqual([]);
  });

  it('leave the state they were given as it was, and answer the same to the same', async () => {
    const plan = await planOf('two-tasks');
    const before = start(plan, { a: { b: 1 } }, now).state;
    const copy = JSON.stringify(before);
    const event = { type: 'task-completed', taskKey: 'first#1', output: { a: { b: 2 } } } as const;
    const [one, other] = [step(plan, before, event, now), step(plan, before, event, now)];
    expect(JSON.stringify(before)).toBe(copy);
    expect(one).toEqual(other);
  });

  it('keep a name like __proto__ a plain variable', async () => {
    const output = JSON.parse('{"__proto__": {"isAdmin": true}}') as Record<string, never>;
    const { variables } = await play('two-tasks', [{ complete: 'first', variables: output }]);
    expect(Object.hasOwn(variables, '__proto__')).toBe(true);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('gateways', () => {
  it('fork and join', async () => {
    const half = await play('parallel', [{ complete: 'b' }]);
    expect(half.active.sort()).toEqual(['a', 'join']);
    const whole = await play('parallel', [{ complete: 'b' }, { complete: 'a' }, { complete: 'last' }]);
    expect(whole.path.filter((id) => id === 'last')).toHaveLength(1);
    expect(whole.ended).toBe(true);
  });

  it('choose the first branch that holds', async () => {
    expect((await play('exclusive', [], { area: 120 })).end).toBe('large');
    expect((await play('exclusive', [], { area: 20 })).end).toBe('small');
  });

  it('stop with an incident when no branch holds, or a condition is neither true nor false', async () => {
    expect((await play('exclusive', [], { area: 70 })).incidents).toMatchObject([
      { elementId: 'choice', code: 'no-branch' },
    ]);
    expect((await play('exclusive', [])).incidents).toMatchObject([{ elementId: 'choice', code: 'no-boolean' }]);
  });

  it('that wait for a token that cannot come tell a person', async () => {
    const stuck = await play('stuck-join', [{ retry: 'join' }], { way: 'a' });
    expect(stuck.incidents).toMatchObject([{ code: 'stuck-join' }, { code: 'stuck-join' }]);
    expect(stuck.active).toEqual(['join']);
  });

  it('in a circle without a wait do not run for ever', async () =>
    expect((await play('endless', [])).incidents).toMatchObject([{ code: 'endless-loop' }]));
});

describe('boundary timers', () => {
  const due = '2026-03-04';
  it('interrupt: the task is cancelled', async () => {
    const { path, end } = await play('boundary-timer', [{ advance: 'P7D' }], { due });
    expect(path).toEqual(['start', 'wait', 'remind', 'nudge', 'late', 'expired']);
    expect(end).toBe('expired');
  });
  it('that do not interrupt leave the task open', async () => {
    const { active } = await play('boundary-timer', [{ advance: 'P2D' }], { due });
    expect(active).toEqual(['wait', 'nudge']);
  });
  it('are cancelled when the task is done', async () => {
    const plan = await planOf('boundary-timer');
    const { state, commands } = start(plan, { due }, now);
    expect(commands.filter(({ type }) => type === 'set-timer')).toMatchObject([
      { timerKey: 'wait#1/late', due: '2026-03-09T08:00:00.000Z' },
      { timerKey: 'wait#1/remind', due: '2026-03-03T23:00:00.000Z' },
    ]);
    const done = step(plan, state, { type: 'task-completed', taskKey: 'wait#1', output: {} }, now);
    expect(done.commands.filter(({ type }) => type === 'cancel-timer')).toHaveLength(2);
    expect(step(plan, done.state, { type: 'timer-fired', timerKey: 'wait#1/late' }, now).commands).toEqual([]);
  });
  it('whose time cannot be read stop the case until it is retried', async () => {
    const { incidents, active } = await play('boundary-timer', [{ retry: 'wait' }], { due: 'soon' });
    expect(incidents).toMatchObject([{ elementId: 'wait', code: 'no-time' }, { code: 'no-time' }]);
    expect(active).toEqual(['wait']);
  });
});

describe('blocks', () => {
  it('get their mapped input', async () =>
    expect((await play('boundary-error', [], { letterId: 'l1' })).blocks).toEqual([
      {
        type: 'run-block',
        blockKey: 'deliver#1',
        elementId: 'deliver',
        block: 'collectorDelivery',
        input: { letterId: 'l1' },
      },
    ]));

  it('throw errors that a boundary event catches, with their message', async () => {
    const script: ScriptStep[] = [
      { fail: 'deliver', code: 'AddressWrong', message: 'no such street' },
      { complete: 'address' },
    ];
    const { blocks, variables, incidents } = await play('boundary-error', script, { problem: { seen: true } });
    expect(blocks.map(({ blockKey }) => blockKey)).toEqual(['deliver#1', 'deliver#2']);
    expect(variables.problem).toEqual({ seen: true, text: 'no such street' });
    expect(incidents).toEqual([]);
  });

  it('that fail otherwise raise an incident; a late answer of the failed run is not taken', async () => {
    const plan = await planOf('boundary-error');
    const failed = { type: 'block-failed', blockKey: 'deliver#1', code: 'Down', message: 'off' } as const;
    const { state } = step(plan, start(plan, {}, now).state, failed, now);
    const retried = step(plan, state, { type: 'incident-retried', incidentKey: 'deliver#1/incident/1' }, now);
    expect(retried.commands.map(({ type }) => type)).toEqual(['resolve-incident', 'run-block']);
    expect(step(plan, retried.state, { ...failed }, now).commands).toEqual([]);
    const end = step(plan, retried.state, { type: 'block-ended', blockKey: 'deliver#1/2', output: {} }, now);
    expect(end.state.status).toBe('ended');
  });
});

describe('sub-processes', () => {
  it('have variables of their own', async () => {
    const { variables, path } = await play('sub-process', [{ complete: 'inside', variables: { local: 7 } }], {
      letterId: 3,
    });
    expect(variables).toEqual({ letterId: 3, result: 7 });
    expect(path).toEqual(['start', 'inner', 'innerStart', 'inside', 'ok', 'innerEnd', 'end']);
  });
  it('throw errors outwards', async () =>
    expect((await play('sub-process', [{ complete: 'inside', variables: { broken: true } }])).end).toBe('repaired'));
  it('are cancelled with all that is inside', async () => {
    const { end, ended, active } = await play('sub-process', [{ advance: 'PT1H' }]);
    expect({ end, ended, active }).toEqual({ end: 'expired', ended: true, active: [] });
  });
});

describe('other events', () => {
  it('a terminating end takes every token away', async () => {
    const plan = await planOf('terminate');
    const { state } = start(plan, {}, now);
    const { commands } = step(plan, state, { type: 'task-completed', taskKey: 'a#1', output: {} }, now);
    expect(commands).toContainEqual({ type: 'cancel-task', taskKey: 'b#1' });
    expect(commands.at(-1)).toEqual({ type: 'end', variables: {} });
  });

  it('timers and messages are waited for, by name and key', async () => {
    const script: ScriptStep[] = [
      { advance: 'PT2H' },
      { message: 'paid', key: '7', variables: { first: 20 } },
      { message: 'paid', key: '7', variables: { second: 3 } },
    ];
    const { variables, ended } = await play('catching', script, { wait: 'PT2H', orderId: 7 });
    expect(variables).toMatchObject({ total: 23 });
    expect(ended).toBe(true);
    const wrongKey: ScriptStep[] = [{ advance: 'PT2H' }, { message: 'paid', key: '8' }];
    await expect(play('catching', wrongKey, { wait: 'PT2H', orderId: 7 })).rejects.toThrow('nothing waits for it');
  });
});
