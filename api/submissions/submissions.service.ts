import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { answersHash } from '#forms/answers-hash';
import type { Answers, Form } from '#forms/form';
import { validateAnswers } from '#forms/validate';
import { writeAudit } from '#platform/audit';
import { asResident } from '#platform/database/as-resident';
import type { Trx } from '#platform/database/in-transaction';
import { nextReceiptNumber } from '#platform/number-series';
import { officeClock } from '#platform/office-clock';
import { tell } from '#platform/outbox';
import type { OutboxMessage } from '#workflows/messages';
import { workflowIds } from '#workflows/messages';
import type { Answer, BodyIn } from '../contract.ts';
import type { submissionsRoutes } from '../contracts/submissions.ts';
import type { KeyedRequest } from '../idempotency.ts';
import { onceOnly } from '../idempotency.ts';
import { OutboxNudge } from '../outbox/outbox-nudge.ts';
import type { Db } from '../parts.ts';
import { DATABASE } from '../parts.ts';
import type { Language } from '../problems/language.ts';
import { ProblemError } from '../problems/problem-error.ts';
import { requireFiledFor } from '../services/filed-for.ts';
import { ServicesRepository } from '../services/services.repository.ts';
import type { ResidentSession } from '../session/signed-in.ts';
import { actorOf, requireScope } from '../session/signed-in.ts';
import { attachFiles, checkAttached } from './attached-files.ts';
import { ReceiptsService } from './receipts.service.ts';
import { readSubmission } from './submissions.repository.ts';

type Filing = BodyIn<typeof submissionsRoutes.submit>;
type Submission = Answer<typeof submissionsRoutes.submit>;

/** Filing: after its one transaction nothing can be lost, whatever else is down. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(DATABASE) private readonly db: Db,
    @Inject(ServicesRepository) private readonly services: ServicesRepository,
    @Inject(ReceiptsService) private readonly receipts: ReceiptsService,
    @Inject(OutboxNudge) private readonly outbox: OutboxNudge,
  ) {}

  async submit(resident: ResidentSession, filing: Filing, request: KeyedRequest, lang: Language): Promise<Submission> {
    requireScope(resident, 'file');
    const { id } = await asResident(this.db, resident.person.id, (trx) =>
      onceOnly(trx, actorOf(resident), request, () => this.file(trx, resident, filing, lang)),
    );
    await this.receipts.prepare(id);
    await this.outbox.hurry(startKey(id));
    return this.read(resident, id);
  }

  async read(resident: ResidentSession, id: string): Promise<Submission & { answers: Answers }> {
    const found = await asResident(this.db, resident.person.id, (trx) =>
      readSubmission(trx, id, resident.actingFor.id),
    );
    if (!found) throw new ProblemError('not-found');
    const bundle = await this.services.bundle(found.serviceId, found.serviceVersion);
    const { serviceVersion: _, ...submission } = found;
    return { ...submission, title: bundle!.service.title };
  }

  private async file(trx: Trx, resident: ResidentSession, filing: Filing, lang: Language): Promise<{ id: string }> {
    const draft = await trx
      .selectFrom('drafts')
      .selectAll()
      .where('id', '=', filing.draftId)
      .where('party_id', '=', resident.actingFor.id)
      .forUpdate()
      .executeTakeFirst();
    if (!draft) throw new ProblemError('not-found');
    if (draft.revision !== filing.revision) throw new ProblemError('draft-changed-elsewhere');
    const bundle = await this.services.bundle(draft.service_id, draft.service_version);
    requireFiledFor(bundle!.service, resident.actingFor);
    const form = bundle!.form as Form;
    const checked = validateAnswers(form, filing.answers, { lang });
    if (!checked.ok) throw new ProblemError('form-invalid', { errors: checked.errors });
    const attached = await checkAttached(trx, form, checked.answers, resident.actingFor.id);

    const id = randomUUID();
    const { now, today } = await officeClock(trx);
    const receiptNumber = await nextReceiptNumber(trx, Number(today.slice(0, 4)));
    await trx
      .insertInto('submissions')
      .values({
        id,
        receipt_number: receiptNumber,
        service_id: draft.service_id,
        service_version: draft.service_version,
        filed_by: resident.person.id,
        party_id: resident.actingFor.id,
        answers: JSON.stringify(checked.answers),
        answers_hash: answersHash(checked.answers, (text) => createHash('sha256').update(text).digest('hex')),
        submitted_at: now,
        submitted_on: today,
      })
      .execute();
    await attachFiles(trx, id, attached);
    await trx.deleteFrom('drafts').where('id', '=', draft.id).execute();
    const message: OutboxMessage = { type: 'start', workflow: 'submission', input: { submissionId: id } };
    await tell(trx, { key: startKey(id), workflowId: workflowIds.submission(id), message });
    await writeAudit(trx, {
      actor: actorOf(resident),
      action: 'submission.filed',
      subject: { type: 'submission', id },
      details: {
        receiptNumber,
        serviceId: draft.service_id,
        version: draft.service_version,
        for: resident.actingFor.id,
      },
    });
    return { id };
  }
}

const startKey = (submissionId: string): string => `submission/${submissionId}/start`;
