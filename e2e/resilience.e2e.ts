import assert from 'node:assert/strict';
import { begin, isBooked, notifications, owed, payAt } from './resilience/paying.ts';
import {
  caseOf,
  file,
  finish,
  handOver,
  openBoxes,
  prepare,
  take,
  type Filed,
  type Task,
} from './resilience/casework.ts';
import { throughRedis } from './resilience/redis.ts';
import {
  eachDecidedOnce,
  eachFiledOnce,
  eachPaidOnce,
  nothingWaits,
  openStore,
  workflowsAre,
} from './resilience/reckoning.ts';
import { signInAs } from './support/caller.ts';
import { ezdFaults, ezdFaultsLeft, paymentFault } from './support/faults.ts';
import { openCity } from './support/city.ts';
import { crash, pidOf } from './support/crash.ts';
import { eventually } from './support/eventually.ts';

/**
 * What the office confirmed survives: worker, API, Postgres and Temporal are killed one after another in the middle of the work
 * of several people, who do what people do: press again. In the end everything is counted, in the store, in the records system,
 * at the gateway and in Temporal. docs/reliability.md tells what this shows and what it does not.
 */
const chapter = async <T>(name: string, tell: () => Promise<T>): Promise<T> => {
  const began = Date.now();
  const told = await tell();
  console.log(`✔ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return told;
};

const city = await openCity();
const { launcher } = city;
const store = openStore(city);
const filed: Filed[] = [];
const cases: string[] = [];
/** Forms of Stanisław Wójcik, who has an address for electronic delivery: no collector carries his letters. */
const electronic: Filed[] = [];
const payments: string[] = [];

try {
  const anna = await signInAs(city, 'resident', '85831401248');
  const stanislaw = await signInAs(city, 'resident', '90851204519');
  const maria = await signInAs(city, 'resident', '79862104487');
  const clerk = await signInAs(city, 'staff', 'k.zielinska');
  const head = await signInAs(city, 'staff', 'b.krol');
  const collector = await signInAs(city, 'staff', 'm.szybki');
  const admin = await signInAs(city, 'staff', 't.wrona');
  const isReady = () => eventually('the office is ready', async () => (await admin.get('/ready')).status === 'ready');

  await chapter('EZD does its work and answers 500: three filed forms get one number each', async () => {
    await ezdFaults(city, { failNext: 6, mode: 'after', writesOnly: true });
    const residents = [anna, stanislaw, maria];
    const receipts = await Promise.all(residents.map(async (resident) => file(resident, await prepare(resident))));
    filed.push(...receipts);
    electronic.push(receipts[1]!);
    cases.push(...(await Promise.all(residents.map((resident, index) => caseOf(resident, receipts[index]!)))));
  });

  await chapter('the worker is killed while a clerk finishes a task and a resident files', async () => {
    const task = await take(clerk, cases[0]!);
    const draft = await prepare(anna);
    const worker = crash(launcher, 'worker', { isHeld: true });
    const [turns, receipt] = await Promise.all([finish(clerk, task, 'accept'), file(anna, draft)]);
    assert.equal(turns, 1, 'the clerk notices nothing');
    assert.equal(receipt.turns, 1, 'the resident gets the receipt at once');
    filed.push(receipt);
    await worker.back();
    cases.push(await caseOf(anna, receipt));
  });

  await chapter('the worker is killed while EZD is slow: another takes the work up, and EZD has it once', async () => {
    await ezdFaults(city, { failNext: 1, mode: 'delay', delayMs: 3000, writesOnly: true });
    const receipt = await file(maria, await prepare(maria));
    filed.push(receipt);
    await eventually('EZD was asked', async () => (await ezdFaultsLeft(city)) === 0);
    await crash(launcher, 'worker').back();
    cases.push(await caseOf(maria, receipt));
  });

  await chapter(
    'the API is killed before and after it wrote: the same request again gives the one receipt',
    async () => {
      const [unwritten, written] = [await prepare(stanislaw), await prepare(maria)];
      const before = await store.hold('select from drafts where id = $1 for update', [unwritten.draftId]);
      // Filing itself writes no file; the receipt's PDF, made after its commit and before the answer, does.
      const after = await store.hold('lock table files in share row exclusive mode');
      const task = await take(clerk, cases[2]!);
      const sent = Promise.all([file(stanislaw, unwritten), file(maria, written)]);
      const isDraft = async (id: string) => (await store.rows('select from drafts where id = $1', [id])).length > 0;
      await eventually('one is written', async () => !(await isDraft(written.draftId)));
      await store.standStill(2);
      assert.ok(await isDraft(unwritten.draftId), 'the other is not');
      const api = crash(launcher, 'api');
      const finishing = finish(clerk, task, 'accept');
      await Promise.all([before(), after()]);
      const receipts = await sent;
      assert.ok(receipts.every(({ turns }) => turns > 1) && (await finishing) > 1, 'the crash was felt');
      filed.push(...receipts);
      electronic.push(receipts[0]);
      await api.back();
      cases.push(await caseOf(stanislaw, receipts[0]), await caseOf(maria, receipts[1]));
    },
  );

  await chapter('Postgres is killed while a resident files, a clerk and the head finish tasks', async () => {
    const approvals = [await take(head, cases[0]!), await take(head, cases[2]!)];
    const verification = await take(clerk, cases[1]!);
    const draft = await prepare(maria);
    const others = () => [pidOf(launcher, 'worker'), pidOf(launcher, 'api')];
    const [release, before] = [
      await store.hold('select from drafts where id = $1 for update', [draft.draftId]),
      others(),
    ];
    const filing = file(maria, draft);
    await store.standStill(1);
    const finishing = approvals.map((task) => finish(head, task, 'approve'));
    const postgres = crash(launcher, 'postgres', { isHeld: true });
    finishing.push(finish(clerk, verification, 'accept'));
    const told = await admin.ask('GET', '/office/clock');
    assert.deepEqual([told.status, told.body.code], [503, 'database-down']);
    assert.equal((await admin.ask('GET', '/health')).status, 200, 'the process lives');
    await postgres.back();
    await release();
    const receipt = await filing;
    assert.ok(receipt.turns > 1, 'the crash was felt');
    filed.push(receipt);
    await Promise.all(finishing);
    await isReady();
    assert.deepEqual(others(), before, 'nothing else fell with it');
    cases.push(await caseOf(maria, receipt));
  });

  await chapter('Temporal is killed; people go on working, and each thing happens once when it is back', async () => {
    const tasks: Task[] = [];
    for (const caseId of cases.slice(3)) tasks.push(await take(clerk, caseId));
    const draft = await prepare(anna);
    await eventually('two letters', async () => (await collector.get('/deliveries')).items.length >= 2);
    const temporal = crash(launcher, 'temporal', { isHeld: true });
    const turns = await Promise.all(tasks.map((task) => finish(clerk, task, 'accept')));
    assert.ok(
      turns.every((number) => number === 1),
      'the clerk notices nothing',
    );
    const receipt = await file(anna, draft);
    assert.equal(receipt.turns, 1, 'the resident gets the receipt at once');
    filed.push(receipt);
    await handOver(collector, 2);
    await temporal.back();
    cases.push(await caseOf(anna, receipt));
    await isReady();
  });

  await chapter('a payment is made while the worker is dead, and notified five times', async () => {
    await paymentFault(city, 'doubled');
    const payment = await begin(anna, await owed(anna));
    payments.push(payment.id);
    const worker = crash(launcher, 'worker', { isHeld: true });
    await payAt(payment.page);
    await eventually('the notification is kept', async () => (await notifications(city, payment.id)) > 0);
    await worker.back();
    await isBooked(anna, payment.id);
  });

  await chapter('a payment is made while the API is dead: the gateway tells again', async () => {
    const payment = await begin(maria, await owed(maria));
    payments.push(payment.id);
    const api = crash(launcher, 'api', { isHeld: true });
    await payAt(payment.page);
    await eventually('the gateway found nobody', async () => (await notifications(city, payment.id)) > 0);
    await api.back();
    await isBooked(maria, payment.id);
    assert.ok((await notifications(city, payment.id)) > 1, 'the first notification found nobody');
  });

  await chapter('the remaining cases are walked to their end', async () => {
    await finish(clerk, await take(clerk, cases[8]!), 'accept');
    const approved = [cases[0], cases[2]];
    for (const caseId of cases.filter((each) => !approved.includes(each)))
      await finish(head, await take(head, caseId), 'approve');
    await handOver(collector, filed.length - approved.length - electronic.length);
    await openBoxes(city, electronic.length);
    // The office looks into its box from time to time: it is time now.
    await admin.insist('POST', '/office/clock', { days: 1 });
    await eventually('all cases are closed', async () => {
      const { items } = await admin.get('/cases?status=open');
      return items.length === 0;
    });
  });

  await chapter('nothing is lost and nothing is doubled', async () => {
    await nothingWaits(store);
    await eachFiledOnce(city, store, filed);
    await eachDecidedOnce(store, cases);
    await eachPaidOnce(store, payments);
    await workflowsAre(city, {
      'submission completed': filed.length,
      'caseProcess completed': filed.length,
      'ezdRegistration completed': filed.length * 2,
      'taxDecision completed': filed.length,
      'collectorDelivery completed': filed.length - electronic.length,
      'electronicDelivery completed': electronic.length,
      'payment completed': payments.length,
    });
    assert.deepEqual((await admin.get('/office/incidents')).items, []);
    assert.equal((await admin.get('/office/audit')).intact, true, 'the audit chain holds');
  });
} catch (error) {
  console.error(city.account());
  throw error;
} finally {
  await store.close();
  await city.stop();
}

await chapter('Redis, where there is one, loses everything and is killed: nothing is lost', throughRedis);
