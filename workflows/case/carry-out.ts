import { CancellationScope, isCancellation, workflowInfo } from '@temporalio/workflow';
import type { Command, KernelEvent, RunBlock } from '#engine/contract';
import type { State } from '#engine/kernel';
import { activeElements } from '#engine/kernel';
import { local } from '../activities.ts';
import type { OfficeClock } from '../clock.ts';
import { describeFailure } from '../failures.ts';
import { runBlock } from './run-block.ts';
import type { Standing } from './standing.ts';

type Surroundings = { caseId: string; clock: OfficeClock; standing: Standing; tell: (event: KernelEvent) => unknown };
type Recorded = Extract<Command, { type: 'record' }>;

/** Does what the kernel asks for: tasks, timers, blocks, incidents, and the record of the token's steps. */
export const commandCarrier = ({ caseId, clock, standing, tell }: Surroundings) => {
  const { workflowId } = workflowInfo();
  const blocks = new Map<string, CancellationScope>();
  const timers = new Set<Promise<void>>();
  let batch = 0;

  const runTimer = (timerKey: string, due: string): void => {
    standing.timers[timerKey] = due;
    const isCancelled = () => standing.timers[timerKey] !== due;
    const wait = async (): Promise<void> => {
      if ((await clock.waitUntil(timerKey, Date.parse(due), isCancelled)) === 'interrupted') return;
      delete standing.timers[timerKey];
      tell({ type: 'timer-fired', timerKey });
    };
    const waiting = wait().finally(() => timers.delete(waiting));
    timers.add(waiting);
  };

  const startBlock = ({ blockKey, block, elementId, input }: RunBlock): void => {
    const scope = new CancellationScope();
    blocks.set(blockKey, scope);
    void scope
      .run(() => runBlock(block, { caseId, blockKey, elementId, input }))
      .then(
        (output) => tell({ type: 'block-ended', blockKey, output }),
        (error: unknown) => {
          if (!isCancellation(error)) tell({ type: 'block-failed', blockKey, ...describeFailure(error) });
        },
      )
      .finally(() => blocks.delete(blockKey));
  };

  const record = async (state: State, steps: Recorded[]): Promise<void> => {
    if (steps.length === 0) return;
    batch += 1;
    const entered = steps.filter(({ step }) => step === 'entered');
    standing.visited = [...new Set([...standing.visited, ...entered.map(({ elementId }) => elementId)])];
    const ended = entered.findLast(({ elementType }) => elementType === 'endEvent');
    if (ended) standing.outcome = ended.name ?? ended.elementId;
    const runId = workflowInfo().runId;
    await local.recordSteps({
      caseId,
      active: activeElements(state),
      visited: standing.visited,
      steps: entered
        .filter(({ name, elementType }) => name !== null && elementType !== 'userTask')
        .map(({ elementId, elementType, name }, index) => ({
          key: `${runId}/${batch}/${index}`,
          elementId,
          elementType,
          name: name ?? '',
        })),
    });
  };

  const obey = async (command: Command): Promise<void> => {
    switch (command.type) {
      case 'open-task': {
        const { type: _, ...task } = command;
        standing.openTasks[command.taskKey] = true;
        await local.openTask({ ...task, caseId, workflowId });
        return;
      }
      case 'cancel-task':
        delete standing.openTasks[command.taskKey];
        return local.cancelTask({ workflowId, taskKey: command.taskKey });
      case 'set-timer':
        return runTimer(command.timerKey, command.due);
      case 'cancel-timer':
        delete standing.timers[command.timerKey];
        return;
      case 'run-block':
        return startBlock(command);
      case 'cancel-block':
        return blocks.get(command.blockKey)?.cancel();
      case 'raise-incident': {
        const { incidentKey, elementId, code, detail } = command;
        standing.incidents[incidentKey] = { elementId, detail };
        return local.recordIncident({ caseId, incidentKey, elementId, code, detail });
      }
      case 'resolve-incident':
        delete standing.incidents[command.incidentKey];
        return local.resolveIncident({ caseId, incidentKey: command.incidentKey });
      case 'await-message': // The kernel's state holds the subscription; the signal `messageCame` asks it.
      case 'cancel-message':
      case 'record':
      case 'end':
        return;
    }
  };

  return {
    carryOut: async (state: State, commands: Command[]): Promise<void> => {
      await record(
        state,
        commands.filter((command) => command.type === 'record'),
      );
      for (const command of commands) await obey(command);
    },
    /** In a next run: the timers of the one before. */
    takeUpTimers: (): void => Object.entries(standing.timers).forEach(([key, due]) => runTimer(key, due)),
    /** When cancelled timers have taken themselves off the clock's list. */
    settled: async (): Promise<void> => void (await Promise.all(timers)),
    hasBlocks: (): boolean => blocks.size > 0,
  };
};
