import { allHandlersFinished, condition, continueAsNew, defineSignal, setHandler } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import { local } from './activities.ts';
import { isHistoryLong } from './case/history.ts';
import { officeClock } from './clock.ts';
import type { Signals, WorkflowInputs } from './messages.ts';
import { remind } from './reminders/remind.ts';

const balanceChanged = defineSignal<[Signals['balanceChanged']]>('balanceChanged');

export type ReminderEscalationInput = WorkflowInputs['reminderEscalation'] & { historyLimit?: number };

/** A taxpayer's account while something is left to pay: dates pass, reminders go out, titles follow; each runs beside the others. */
export const reminderEscalation = async (input: ReminderEscalationInput): Promise<void> => {
  const { accountId } = input;
  const clock = officeClock();
  const underway = new Set<Promise<void>>();
  let changes = 0;
  setHandler(balanceChanged, () => void (changes += 1));
  const account = { accountId, clock, changes: () => changes };

  for (;;) {
    const seen = changes;
    const next = await local.nextReminderStep({ accountId });
    if (next.do === 'remind') {
      const reminder = await remind(account, next.instalmentIds);
      if (!reminder) continue;
      const escalation = reminder.underway.finally(() => underway.delete(escalation));
      underway.add(escalation);
      continue;
    }
    if (changes !== seen) continue;
    const isQuiet = () => underway.size === 0 && allHandlersFinished();
    if (next.do === 'end' && isQuiet()) return;
    if (isHistoryLong(input.historyLimit) && isQuiet()) await continueAsNew<typeof reminderEscalation>(input);

    const count = underway.size;
    const isNews = () => changes !== seen || underway.size !== count;
    if (next.do === 'wait') await clock.waitForDay('instalment', next.on as PlainDate, isNews);
    else await condition(isNews);
  }
};
