import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { stateFile } from '../state-file.ts';

export type Evidence = { evidenceId: string; evidenceType: 'A.1' | 'D.1' | 'E.1'; eventDate: string };
export type BoxMessage = {
  messageId: string;
  messageTaskId: string;
  subject: string;
  caseId: string | null;
  from: string;
  to: string;
  textBody: string;
  attachments: string[];
  status: 'Doręczona' | 'Czeka na doręczenie';
  evidences: Evidence[];
};

export type EDeliveryBoxes = ReturnType<typeof eDeliveryBoxes>;

/** Every message that went through the operator, with its evidence. */
export const eDeliveryBoxes = (folder: string) => {
  const { state, save } = stateFile<{ messages: BoxMessage[] }>(join(folder, 'e-delivery.json'), { messages: [] });
  const evidence = (evidenceType: Evidence['evidenceType']): Evidence => ({
    evidenceId: randomUUID(),
    evidenceType,
    eventDate: new Date().toISOString(),
  });
  return {
    state,
    /** Taken from the sender (A.1) and laid into the addressee's box (D.1). */
    send: (message: Omit<BoxMessage, 'messageId' | 'messageTaskId' | 'status' | 'evidences'>): BoxMessage => {
      const sent: BoxMessage = {
        ...message,
        messageId: randomUUID(),
        messageTaskId: randomUUID(),
        status: 'Czeka na doręczenie',
        evidences: [evidence('A.1'), evidence('D.1')],
      };
      state.messages.push(sent);
      save();
      return sent;
    },
    /** The addressee opened it (E.1). */
    open: (message: BoxMessage): void => {
      if (message.status === 'Doręczona') return;
      message.status = 'Doręczona';
      message.evidences.push(evidence('E.1'));
      save();
    },
  };
};
