import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Instant, KernelEvent } from '#engine/contract';
import type { State } from '#engine/kernel';
import { activeElements, start, step } from '#engine/kernel';
import type { Plan } from '#engine/plan';
import { local, remote } from './activities.ts';
import { commandCarrier } from './case/carry-out.ts';
import type { Standing } from './case/standing.ts';
import { isHistoryLong } from './case/history.ts';
import { officeClock } from './clock.ts';
import type { Queries, Signals, Updates, WorkflowInputs } from './messages.ts';

type Complete = Updates['completeTask'];
const completeTask = defineUpdate<Complete['result'], [Complete['arguments']]>('completeTask');
const retryIncident = defineSignal<[Signals['retryIncident']]>('retryIncident');
const messageCame = defineSignal<[Signals['messageCame']]>('messageCame');
const caseState = defineQuery<Queries['caseState']>('caseState');

/** What a case hands to its next run: the plan stays the one it began with. */
export type Carried = { plan: Plan; state: State; standing: Standing };
/** `historyLimit` lets a test see a next run early. */
export type CaseProcessInput = WorkflowInputs['caseProcess'] & { carried?: Carried; historyLimit?: number };

/** One case: the kernel says what to do, and this does it, until the diagram ends. */
export const caseProcess = async ({ carried, ...input }: CaseProcessInput): Promise<{ outcome: string }> => {
  const { caseId } = input;
  const { workflowId } = workflowInfo();
  const clock = officeClock();
  const events: KernelEvent[] = [];
  let told = 0;
  let carriedOut = 0;
  const tell = (event: KernelEvent): number => {
    events.push(event);
    return (told += 1);
  };

  let state: State | undefined = carried?.state;
  const standing: Standing = carried?.standing ?? {
    openTasks: {},
    timers: {},
    incidents: {},
    visited: [],
    outcome: '',
  };

  setHandler(
    completeTask,
    async ({ taskId, taskKey }) => {
      await condition(() => state !== undefined);
      const done = standing.openTasks[taskKey] ? await local.readTaskOutput({ workflowId, taskKey }) : null;
      // Unknown, completed by an earlier click or overtaken by the process: accepted, and nothing happens.
      if (!done) return { nextTaskId: null };
      const turn = tell({ type: 'task-completed', taskKey, output: done.output });
      await condition(() => carriedOut >= turn);
      return { nextTaskId: await local.nextTask({ taskId }) };
    },
    {
      validator: ({ taskId, taskKey }) => {
        if (typeof taskId !== 'string' || typeof taskKey !== 'string')
          throw new TypeError('taskId and taskKey are texts');
      },
    },
  );
  setHandler(retryIncident, ({ incidentKey }) => void tell({ type: 'incident-retried', incidentKey }));
  setHandler(messageCame, (message) => void tell({ type: 'message', ...message }));
  setHandler(caseState, () => ({
    activeElements: state ? activeElements(state) : [],
    incidents: Object.entries(standing.incidents).map(([incidentKey, incident]) => ({ incidentKey, ...incident })),
  }));

  const now = async (): Promise<Instant> => new Date(await local.readOfficeTime()).toISOString();
  const carrier = commandCarrier({ caseId, clock, standing, tell });

  let plan: Plan;
  if (carried) {
    plan = carried.plan;
    carrier.takeUpTimers();
  } else {
    const loaded = await local.loadCase({ caseId });
    plan = loaded.plan;
    const first = start(plan, loaded.input, await now());
    state = first.state;
    await carrier.carryOut(first.state, first.commands);
  }

  for (;;) {
    const event = events.shift();
    if (event) {
      const next = step(plan, state!, event, await now());
      state = next.state;
      if (event.type === 'task-completed') delete standing.openTasks[event.taskKey];
      await carrier.carryOut(next.state, next.commands);
      carriedOut += 1;
      continue;
    }
    if (state!.status === 'ended') break;
    // A child cannot be taken along into the next run, so a case waits for a quiet moment: no block running, none speaking to it.
    const mayContinue = () => isHistoryLong(input.historyLimit) && !carrier.hasBlocks() && allHandlersFinished();
    if (mayContinue())
      await continueAsNew<typeof caseProcess>({ ...input, carried: { plan, state: state!, standing } });
    await condition(() => events.length > 0 || mayContinue());
  }
  await carrier.settled();
  await local.closeCase({ caseId, outcome: standing.outcome });
  await remote.closeRecordsCase({ caseId });
  await condition(allHandlersFinished);
  return { outcome: standing.outcome };
};
