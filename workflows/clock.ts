import { CancellationScope, condition, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { startOfDay } from '#domain/calendar/warsaw';
import { local } from './activities.ts';
import type { Signals } from './messages.ts';

const officeClockMoved = defineSignal<[Signals['officeClockMoved']]>('officeClockMoved');

export type OfficeClock = {
  /** Waits until the office's clock shows that moment (epoch milliseconds), or until the interruption holds. */
  waitUntil(waitKey: string, untilMs: number, isInterrupted?: () => boolean): Promise<'reached' | 'interrupted'>;
  /** The same for the first moment of a day in Poland. */
  waitForDay(waitKey: string, day: PlainDate, isInterrupted?: () => boolean): Promise<'reached' | 'interrupted'>;
};

/** The only place where a workflow waits for a date. Each wait is a row of `clock_waits`, so whoever moves the clock knows whom to tell. */
export const officeClock = (): OfficeClock => {
  let moves = 0;
  setHandler(officeClockMoved, () => {
    moves += 1;
  });
  const { workflowId } = workflowInfo();

  const waitUntil: OfficeClock['waitUntil'] = async (waitKey, untilMs, isInterrupted = () => false) => {
    try {
      while (!isInterrupted()) {
        const seen = moves;
        const now = await local.registerWait({ workflowId, waitKey, until: untilMs });
        if (now >= untilMs) break;
        // One millisecond more than needed: a timer that is early by a hair would only ask again.
        await condition(() => isInterrupted() || moves !== seen, untilMs - now + 1);
      }
    } finally {
      // A cancelled wait is taken off the list too, or the clock would go on telling a workflow that has ended.
      await CancellationScope.nonCancellable(() => local.endWait({ workflowId, waitKey }));
    }
    return isInterrupted() ? 'interrupted' : 'reached';
  };
  return { waitUntil, waitForDay: (waitKey, day, isInterrupted) => waitUntil(waitKey, startOfDay(day), isInterrupted) };
};
