import { loadavg } from 'node:os';
import type { BenchOffice } from './office.ts';
import { openBenchOffice } from './office.ts';
import { mean, percentile, table } from './figures.ts';
import { historyOf, timelineOf } from './history.ts';
import { watchInbox } from './inbox.ts';
import { inviteTaxpayers } from './taxpayers.ts';
import type { CaseWalker, Kind, Walked } from './walk-case.ts';
import { caseWalker } from './walk-case.ts';

const concurrency = 20;
/** Neither is always the first, and a machine that grows slower in the course of the run burdens both alike. */
const turns: Kind[] = ['kernel', 'hand-written', 'hand-written', 'kernel'];
const kinds = ['kernel', 'hand-written'] as const;

type Block = { kind: Kind; walked: Walked[]; seconds: number; workerMs: number | undefined };
export type CaseFigures = { casesPerSecond: number; p50: number; p99: number; events: number; workerMs: number };

const runBlock = async (office: BenchOffice, walk: CaseWalker, kind: Kind, parties: string[]): Promise<Block> => {
  const left = [...parties];
  const walked: Walked[] = [];
  const lane = async (): Promise<void> => {
    for (let party = left.pop(); party !== undefined; party = left.pop()) walked.push(await walk(kind, party));
  };
  const [began, workerBefore] = [performance.now(), office.workerMs()];
  await Promise.all(Array.from({ length: concurrency }, lane));
  const seconds = (performance.now() - began) / 1000;
  const workerMs = workerBefore === undefined ? undefined : office.workerMs()! - workerBefore;
  console.log(`  ${kind}: ${walked.length} cases in ${seconds.toFixed(1)} s, load ${loadavg()[0]!.toFixed(1)}`);
  return { kind, walked, seconds, workerMs };
};

/** Both must have done the same work, or the comparison says nothing. */
const requireSameWork = async (office: BenchOffice, blocks: Block[]): Promise<void> => {
  const all = blocks.flatMap(({ walked }) => walked);
  const timelines = new Set(await Promise.all(all.map(({ submissionId }) => timelineOf(office, submissionId))));
  if (timelines.size !== 1) throw new Error(`The cases did not all do the same:\n${[...timelines].join('\n')}`);
};

const figuresOf = async (
  office: BenchOffice,
  blocks: Block[],
): Promise<CaseFigures & { histories: Record<string, number> }> => {
  const walked = blocks.flatMap((block) => block.walked);
  const durations = walked.map(({ ms }) => ms);
  const each = await Promise.all(walked.map(({ submissionId }) => historyOf(office, submissionId)));
  const types = [...new Set(each.flatMap(Object.keys))];
  const histories = Object.fromEntries(types.map((type) => [type, mean(each.map((events) => events[type] ?? 0))]));
  return {
    casesPerSecond: walked.length / blocks.reduce((sum, { seconds }) => sum + seconds, 0),
    p50: percentile(durations, 0.5),
    p99: percentile(durations, 0.99),
    events: Object.values(histories).reduce((sum, events) => sum + events, 0),
    workerMs: blocks.reduce((sum, { workerMs }) => sum + (workerMs ?? Number.NaN), 0) / walked.length,
    histories,
  };
};

const rows: [name: string, figure: keyof CaseFigures, digits: number][] = [
  ['cases/s', 'casesPerSecond', 2],
  ['p50, ms a case', 'p50', 0],
  ['p99, ms a case', 'p99', 0],
  ['history events a case', 'events', 1],
  ['worker CPU, ms a case', 'workerMs', 0],
];

/** The property-tax case on the kernel beside the same case as straight code: same server, same worker, same activities. */
export const benchCases = async (count = 100): Promise<void> => {
  console.log(`${count} cases each, ${concurrency} at a time; load of the machine before: ${loadavg()[0]!.toFixed(1)}`);
  const office = await openBenchOffice();
  const inbox = watchInbox(office.db);
  try {
    const half = Math.ceil(count / 2);
    const parties = await inviteTaxpayers(office.db, 2 * concurrency + turns.length * half);
    const staffId = async (login: string) =>
      (await office.db.selectFrom('staff').select('id').where('login', '=', login).executeTakeFirstOrThrow()).id;
    const published = office.db
      .selectFrom('services')
      .select('current_version')
      .where('id', '=', 'podatek-od-nieruchomosci');
    const people = {
      clerk: await staffId('k.zielinska'),
      head: await staffId('b.krol'),
      collector: await staffId('m.szybki'),
      version: (await published.executeTakeFirstOrThrow()).current_version,
    };
    const walk = caseWalker({ office, inbox, people });
    console.log('warming up');
    for (const kind of kinds) await runBlock(office, walk, kind, parties.splice(0, concurrency));
    console.log('measuring');
    const blocks: Block[] = [];
    for (const kind of turns) blocks.push(await runBlock(office, walk, kind, parties.splice(0, half)));
    await requireSameWork(office, blocks);
    const [kernel, hand] = await Promise.all(
      kinds.map((kind) =>
        figuresOf(
          office,
          blocks.filter((block) => block.kind === kind),
        ),
      ),
    );
    const line = ([name, figure, digits]: (typeof rows)[number]) => [
      name,
      kernel![figure].toFixed(digits),
      hand![figure].toFixed(digits),
      (kernel![figure] / hand![figure]).toFixed(2),
    ];
    console.log(`\n${table([['', 'kernel', 'hand-written', 'ratio'], ...rows.map(line)])}\n`);
    const shares = Object.entries(kernel!.histories).map(([type, events]) => `${type} ${events.toFixed(1)}`);
    console.log(`events of the kernel's case: ${shares.join(', ')}`);
  } catch (error) {
    console.error(`The worker's last words:\n${office.workerLog().slice(-2000)}`);
    throw error;
  } finally {
    await inbox.stop().finally(office.close);
  }
};
