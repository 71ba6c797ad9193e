import type { Client } from '@temporalio/client';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { OutboxMessage } from '#workflows/messages';
import { taskQueue } from '#workflows/messages';

/** What became of a message. A `note` tells that nobody could take it any more: asking again would not help. */
export type Delivered = { note: string | null; result: Promise<unknown> };

const taken = (result: Promise<unknown> = Promise.resolve(null)): Delivered => ({ note: null, result });
const late = (note: string): Delivered => ({ note, result: Promise.resolve(null) });

/** Says the message to its workflow. Throws when Temporal or the worker is not there; saying it again is harmless. */
export const deliverMessage = async (
  client: Client,
  workflowId: string,
  message: OutboxMessage,
): Promise<Delivered> => {
  try {
    return await say(client, workflowId, message);
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return late('started before');
    if (error instanceof WorkflowNotFoundError) return late('the workflow has ended');
    if (error instanceof WorkflowUpdateFailedError) return late(`refused: ${error.cause?.message ?? error.message}`);
    throw error;
  }
};

const say = async ({ workflow }: Client, workflowId: string, message: OutboxMessage): Promise<Delivered> => {
  switch (message.type) {
    case 'start':
      await workflow.start(message.workflow, {
        workflowId,
        taskQueue,
        args: [message.input],
        // The id is the fact's own: a second start is no second case, not even after the first has ended.
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
      return taken();
    case 'signal':
      await workflow.getHandle(workflowId).signal(message.signal, message.payload);
      return taken();
    case 'signal-with-start':
      await workflow.signalWithStart(message.workflow, {
        workflowId,
        taskQueue,
        args: [message.input],
        signal: message.signal,
        signalArgs: [message.payload],
      });
      return taken();
    case 'update': {
      const update = await workflow.getHandle(workflowId).startUpdate<unknown, [unknown]>(message.update, {
        args: [message.payload],
        updateId: message.updateId,
        waitForStage: 'ACCEPTED',
      });
      const result = update.result();
      // Accepted is delivered; whoever wants the result waits for it, and nobody has to.
      result.catch(() => undefined);
      return taken(result);
    }
  }
};
