import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Db } from '#platform/database/database';
import { inTransaction } from '#platform/database/in-transaction';
import { markDelivered, takeDue } from '#platform/outbox';
import type { OutboxMessage } from '../messages.ts';

const late = [WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateFailedError];

/** The outbox on its way to the workflows, on a test's own task queue. */
export const startRelay = (db: Db, client: Client, taskQueue: string) => {
  let isStopped = false;
  const say = async (workflowId: string, message: OutboxMessage): Promise<void> => {
    const { workflow } = client;
    if (message.type === 'start')
      await workflow.start(message.workflow, { workflowId, taskQueue, args: [message.input] });
    if (message.type === 'signal') await workflow.getHandle(workflowId).signal(message.signal, message.payload);
    if (message.type === 'update') {
      const { update, updateId, payload } = message;
      await workflow.getHandle(workflowId).executeUpdate(update, { updateId, args: [payload] });
    }
    if (message.type === 'signal-with-start') {
      const { workflow: name, input, signal, payload } = message;
      await workflow.signalWithStart(name, { workflowId, taskQueue, args: [input], signal, signalArgs: [payload] });
    }
  };
  const round = () =>
    inTransaction(db, async (trx) => {
      const due = await takeDue(trx);
      for (const { id, workflowId, message } of due) {
        await say(workflowId, message as OutboxMessage).catch((error: unknown) => {
          if (!late.some((kind) => error instanceof kind)) throw error;
        });
        await markDelivered(trx, id);
      }
      return due.length;
    });
  const running = (async () => {
    while (!isStopped) if ((await round().catch(() => 0)) === 0) await pause(50);
  })();
  return {
    stop: async (): Promise<void> => {
      isStopped = true;
      await running;
    },
  };
};
