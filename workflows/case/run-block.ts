import { executeChild } from '@temporalio/workflow';
import type { PlainDate } from '#domain/calendar/plain-date';
import type { BlockType } from '#engine/blocks';
import type { Variables } from '#engine/contract';
import { local, notices } from '../activities.ts';
import { collectorDelivery } from '../collector-delivery.ts';
import { electronicDelivery } from '../electronic-delivery.ts';
import { workflowIds } from '../messages.ts';
import { taxDecision } from '../tax-decision.ts';

export type BlockRun = { caseId: string; blockKey: string; elementId: string; input: Variables };

const letterOf = ({ letterId }: Variables): string => String(letterId);

/** The code of each block of the registry; a block without code does not compile. */
const runs: { [Type in BlockType]: (run: BlockRun) => Promise<Variables> } = {
  taxDecision: ({ caseId, blockKey, elementId, input }) =>
    executeChild(taxDecision, {
      workflowId: workflowIds.taxDecision(caseId, blockKey),
      args: [{ caseId, year: Number(input.year), preparedBy: String(input.preparedBy), elementId }],
    }),
  electronicDelivery: ({ input }) =>
    executeChild(electronicDelivery, {
      workflowId: workflowIds.electronicDelivery(letterOf(input)),
      args: [{ letterId: letterOf(input) }],
    }),
  collectorDelivery: ({ input }) =>
    executeChild(collectorDelivery, {
      workflowId: workflowIds.collectorDelivery(letterOf(input)),
      args: [{ letterId: letterOf(input) }],
    }),
  bookAmountsDue: async ({ input }) => {
    const decisionId = String(input.decisionId);
    const booked = await local.bookAmountsDue({ decisionId, deliveredOn: String(input.deliveredOn) as PlainDate });
    await notices.sendAmountsNotice({ decisionId }).catch(() => undefined); // The amounts stand on the account in any case.
    return booked;
  },
};

export const runBlock = (type: string, run: BlockRun): Promise<Variables> => {
  const code = (runs as Record<string, (run: BlockRun) => Promise<Variables>>)[type];
  if (!code) throw new Error(`no code for the block ${type}`);
  return code(run);
};
