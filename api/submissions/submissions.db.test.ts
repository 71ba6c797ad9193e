import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answers, Json } from '#forms/form';
import { in1, propertyTax, settle } from '../testing/city.ts';
import type { TestOffice } from '../testing/office.ts';
import { openTestOffice } from '../testing/office.ts';

let office: TestOffice;
let people: Awaited<ReturnType<typeof settle>>;
let anna: Awaited<ReturnType<TestOffice['resident']>>;
let jan: typeof anna;
let key = 0;
const nextKey = () => `test-key-${(key += 1)}`;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
/** The first bytes of a Windows program. */
const program = Buffer.concat([
  Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff', 'latin1'),
  Buffer.alloc(400),
]);

beforeAll(async () => {
  office = await openTestOffice();
  people = await settle(office);
  anna = await office.resident(people.anna);
  jan = await office.resident(people.jan);
}, 60_000);
afterAll(() => office.close());

type Draft = { id: string; revision: number; answers: Answers };
const openDraft = async (who = anna): Promise<Draft> =>
  (await who('post', '/drafts').send({ serviceId: propertyTax, startAnew: true })).body as Draft;
const submit = (draft: Draft, answers: Answers, { who = anna, with: idempotencyKey = nextKey() } = {}) =>
  who('post', '/submissions')
    .set('Idempotency-Key', idempotencyKey)
    .send({ draftId: draft.id, revision: draft.revision, answers });
const attach = (content: Buffer, name: string, who = anna) => who('post', '/files').attach('file', content, name);
const filed = async () =>
  Number(
    (
      await office.db
        .selectFrom('submissions')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

describe('a draft', () => {
  it('begins with what the office knows, and is one for each service', async () => {
    const draft = await openDraft();
    expect(draft.answers.taxpayer).toMatchObject({
      givenName: 'Anna',
      familyName: 'Nowak',
      identifierKind: 'pesel',
      pesel: '85831401248',
      address: { street: 'Rynek', house: '5', flat: '3', postcode: '59-220', city: 'Legnica' },
    });
    const again = await anna('post', '/drafts').send({ serviceId: propertyTax });
    expect(again.body.id).toBe(draft.id);
  });

  it('keeps incomplete answers, and does not let an older window overwrite a newer one', async () => {
    const draft = await openDraft();
    const answers = { taxpayer: { givenName: 'An' } };
    const saved = await anna('put', `/drafts/${draft.id}`).send({ answers, revision: draft.revision });
    expect(saved.body).toMatchObject({ answers, revision: draft.revision + 1 });
    const stale = await anna('put', `/drafts/${draft.id}`).send({ answers: {}, revision: draft.revision });
    expect([stale.status, stale.body.code]).toEqual([409, 'draft-changed-elsewhere']);
  });

  it('is not there for another resident', async () => {
    const draft = await openDraft();
    const answer = await jan('put', `/drafts/${draft.id}`).send({ answers: {}, revision: draft.revision });
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });

  it('refuses text that the store cannot keep', async () => {
    const draft = await openDraft();
    const answers = { taxpayer: { givenName: 'A\u0000' } };
    const answer = await anna('put', `/drafts/${draft.id}`).send({ answers, revision: draft.revision });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid-request']);
  });
});

describe('filing', () => {
  it('gives a receipt number, one outbox row and an audit row, and ends the draft; Temporal is down meanwhile', async () => {
    const file = (await attach(pdf, 'umowa.pdf')).body as { id: string };
    const draft = await openDraft();
    const answer = await submit(draft, { ...in1(draft.answers), attachments: { files: [file.id] } });
    expect(answer.body).toMatchObject({ state: 'received', caseId: null, serviceId: propertyTax });
    expect(answer.status).toBe(200);
    expect(answer.body.receiptNumber).toMatch(/^EU\/\d{4}\/\d{6}$/);
    const { id } = answer.body as { id: string };
    const rows = await office.db
      .selectFrom('outbox')
      .selectAll()
      .where('workflow_id', '=', `submission/${id}`)
      .execute();
    expect(rows.map(({ message, delivered_at }) => ({ message, delivered_at }))).toEqual([
      { message: { type: 'start', workflow: 'submission', input: { submissionId: id } }, delivered_at: null },
    ]);
    const audit = await office.db.selectFrom('audit').selectAll().where('subject_id', '=', id).execute();
    expect(audit.map(({ action, actor_id }) => [action, actor_id])).toEqual([['submission.filed', people.anna]]);
    const files = await office.db.selectFrom('submission_files').selectAll().where('submission_id', '=', id).execute();
    expect(files.map(({ file_id }) => file_id)).toEqual([file.id]);
    expect(await office.db.selectFrom('drafts').where('id', '=', draft.id).selectAll().execute()).toEqual([]);
    expect((await anna('get', `/submissions/${id}`)).body.answers.taxpayer.pesel).toBe('85831401248');
    expect((await jan('get', `/submissions/${id}`)).status).toBe(404);
  });

  it('gives the same receipt for the same key, also when both come at once, and refuses the key for other answers', async () => {
    const before = await filed();
    const draft = await openDraft();
    const answers = in1(draft.answers);
    const [a, b] = await Promise.all([
      submit(draft, answers, { with: 'one-key-twice' }),
      submit(draft, answers, { with: 'one-key-twice' }),
    ]);
    const later = await submit(draft, answers, { with: 'one-key-twice' });
    expect([a.status, b.status, later.status]).toEqual([200, 200, 200]);
    expect(new Set([a.body.receiptNumber, b.body.receiptNumber, later.body.receiptNumber]).size).toBe(1);
    expect(await filed()).toBe(before + 1);
    const other = await submit(
      draft,
      { ...answers, declaration: { place: 'Lubin', truthful: true } },
      { with: 'one-key-twice' },
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('needs a key', async () => {
    const draft = await openDraft();
    const answer = await anna('post', '/submissions').send({
      ...{ draftId: draft.id, revision: draft.revision },
      answers: {},
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('names an unknown field and a wrong checksum at their places, and files nothing', async () => {
    const before = await filed();
    const draft = await openDraft();
    const answers = in1(draft.answers);
    answers.taxpayer = {
      ...(answers.taxpayer as object),
      pesel: '85831401249',
      favouriteColour: 'red',
    } as unknown as Json;
    const answer = await submit(draft, answers);
    expect([answer.status, answer.body.code]).toEqual([422, 'form-invalid']);
    const errors = answer.body.errors as { pointer: string; message: string }[];
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/taxpayer/favouriteColour', '/taxpayer/pesel']);
    expect(errors.find(({ pointer }) => pointer === '/taxpayer/pesel')!.message).toMatch(/PESEL/);
    expect(await filed()).toBe(before);
    // The draft is still there, with the same revision.
    expect((await submit(draft, in1(draft.answers))).status).toBe(200);
  });

  it('takes no upload of another person, and none that does not exist', async () => {
    const foreign = (await attach(pdf, 'cudzy.pdf', jan)).body as { id: string };
    const draft = await openDraft();
    for (const id of [foreign.id, '00000000-0000-4000-8000-000000000000']) {
      const answer = await submit(draft, { ...in1(draft.answers), attachments: { files: [id] } });
      expect(answer.body).toMatchObject({
        code: 'form-invalid',
        errors: [{ pointer: '/attachments/files/0', code: 'unknown_file' }],
      });
    }
  });

  it('keeps HTML in every text field as text', async () => {
    const payload = '<img src=x onerror=alert(1)>"\'&{{7*7}}${1}';
    const draft = await openDraft();
    const answers = in1(draft.answers);
    answers.taxpayer = {
      ...(answers.taxpayer as object),
      givenName: payload,
      familyName: payload,
      fatherName: payload,
      motherName: payload,
    } as unknown as Json;
    answers.declaration = { place: payload, truthful: true };
    (answers.objects as { land: { address: string }[] }).land[0]!.address = payload;
    const answer = await submit(draft, answers);
    expect(answer.status).toBe(200);
    const read = await anna('get', `/submissions/${String(answer.body.id)}`);
    expect(read.body.answers.taxpayer).toMatchObject({ givenName: payload, motherName: payload });
    expect(read.headers['content-type']).toMatch(/^application\/json/);
    const receipt = await anna('get', `/submissions/${String(answer.body.id)}/receipt`).buffer(true);
    expect([receipt.status, receipt.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});

describe('a file', () => {
  it('is kept with its hash, and comes back to be saved, never shown', async () => {
    const uploaded = await attach(pdf, 'umowa „kupna” łąki.pdf');
    expect(uploaded.body).toMatchObject({
      name: 'umowa „kupna” łąki.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
    });
    const { id } = uploaded.body as { id: string };
    const row = await office.db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const download = await anna('get', `/files/${id}`).buffer(true);
    expect(download.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="umowa kupna laki.pdf"; filename*=UTF-8''umowa%20%E2%80%9Ekupna%E2%80%9D%20%C5%82%C4%85ki.pdf`,
    });
    expect(Buffer.compare(download.body as Buffer, pdf)).toBe(0);
  });

  it('is not there for another resident, a stranger or a collector; a clerk reads it, and the audit log says so', async () => {
    const { id } = (await attach(pdf, 'a.pdf')).body as { id: string };
    // While it lies in a draft it is nobody's but the resident's.
    expect((await (await office.staff(people.clerk))('get', `/files/${id}`)).status).toBe(404);
    const draft = await openDraft();
    await submit(draft, { ...in1(draft.answers), attachments: { files: [id] } });
    expect((await jan('get', `/files/${id}`)).status).toBe(404);
    expect((await office.anyone().get(`/api/files/${id}`)).status).toBe(401);
    expect((await (await office.staff(people.collector))('get', `/files/${id}`)).status).toBe(403);
    expect((await (await office.staff(people.clerk))('get', `/files/${id}`)).status).toBe(200);
    const audit = await office.db.selectFrom('audit').select('actor_id').where('subject_id', '=', id).execute();
    expect(audit).toEqual([{ actor_id: people.clerk }]);
  });

  it('of 26 MB is too large', async () => {
    const answer = await attach(Buffer.concat([pdf, Buffer.alloc(26 * 1024 * 1024)]), 'duży.pdf');
    expect([answer.status, answer.body.code]).toEqual([413, 'file-too-large']);
    expect(answer.body.detail).toMatch(/25 MB/);
  });

  it.each([
    ['a program named .pdf', program, 'faktura.pdf'],
    ['a page named .pdf', Buffer.from('<script>alert(1)</script>'), 'strona.pdf'],
  ])('that is %s is refused in clear words', async (_name, content, name) => {
    const answer = await attach(content, name);
    expect([answer.status, answer.body.code]).toEqual([415, 'file-type-not-allowed']);
    expect(answer.body.detail).toContain(name);
  });

  it('that is empty, missing or no multipart is refused', async () => {
    expect((await attach(Buffer.alloc(0), 'pusty.pdf')).body.code).toBe('file-empty');
    expect((await anna('post', '/files').field('note', 'x')).body.code).toBe('file-missing');
    expect((await anna('post', '/files').send({ file: 'x' })).body.code).toBe('media-type-wrong');
  });
});

describe('acting for a company', () => {
  let maria: typeof anna;
  beforeEach(async () => {
    maria = await office.resident(people.maria);
  });

  /** Begun while the service was still open to companies. */
  const companyDraft = () =>
    office.db
      .insertInto('drafts')
      .values({
        filed_by: people.maria,
        party_id: people.bakery,
        service_id: propertyTax,
        service_version: 1,
        answers: JSON.stringify({}),
      })
      .onConflict((conflict) => conflict.columns(['filed_by', 'party_id', 'service_id']).doUpdateSet({ revision: 0 }))
      .returning(['id', 'revision'])
      .executeTakeFirstOrThrow();

  it('is told before the first question that a natural person’s form is not filed for a company', async () => {
    await maria('put', '/session/acting-for').send({ partyId: people.bakery });
    const opened = await maria('post', '/drafts').send({ serviceId: propertyTax });
    expect([opened.status, opened.body.code]).toEqual([409, 'service-not-for-party']);
    const before = await filed();
    const draft = await companyDraft();
    const sent = await maria('post', '/submissions')
      .set('Idempotency-Key', nextKey())
      .send({ draftId: draft.id, revision: draft.revision, answers: in1({}) });
    expect([sent.status, sent.body.code]).toEqual([409, 'service-not-for-party']);
    expect(await filed()).toBe(before);
    await maria('put', '/session/acting-for').send({ partyId: people.maria });
    expect((await maria('post', '/drafts').send({ serviceId: propertyTax })).status).toBe(200);
  });

  it('writes for the company under a power of attorney, for as long as it holds', async () => {
    expect((await maria('put', '/session/acting-for').send({ partyId: people.jan })).status).toBe(403);
    const session = await maria('put', '/session/acting-for').send({ partyId: people.bakery });
    expect(session.body.actingFor).toEqual({
      id: people.bakery,
      kind: 'company',
      name: 'Piekarnia Złoty Kłos sp. z o.o.',
    });
    const draft = await companyDraft();
    const kept = await maria('put', `/drafts/${draft.id}`).send({ answers: {}, revision: draft.revision });
    expect(kept.body).toMatchObject({ revision: draft.revision + 1 });
    await office.db.updateTable('powers_of_attorney').set({ revoked_at: new Date() }).execute();
    expect((await maria('get', '/session')).body.actingFor.id).toBe(people.maria);
    expect((await maria('put', `/drafts/${draft.id}`).send({ answers: {}, revision: draft.revision })).status).toBe(
      404,
    );
    await office.db.updateTable('powers_of_attorney').set({ revoked_at: null }).execute();
  });

  it('does only what the power of attorney covers', async () => {
    await maria('put', '/session/acting-for').send({ partyId: people.bakery });
    await office.db
      .updateTable('powers_of_attorney')
      .set({ scope: ['view'] })
      .execute();
    const answer = await maria('post', '/drafts').send({ serviceId: propertyTax });
    expect([answer.status, answer.body.code]).toEqual([403, 'not-authorised']);
  });
});
