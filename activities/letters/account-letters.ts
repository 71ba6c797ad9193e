import type { PlainDate } from '#domain/calendar/plain-date';
import { addDays, plainDate } from '#domain/calendar/plain-date';
import { lateInterest } from '#domain/interest/late-interest';
import { interestRates } from '#domain/interest/rates';
import { grosze } from '#domain/money';
import type { Db } from '#platform/database/database';
import type { FileStore } from '#platform/files';
import { officeClock } from '#platform/office-clock';
import type { Debtor, EnforcementTitleLetter, Overdue, ReminderLetter } from '#platform/pdf/letter-data';
import type { renderPdf } from '#platform/pdf/render';
import { addressOf } from '../deliveries/address-of.ts';
import type { Arrear } from '../reminders/standing.ts';
import { addressLines } from './address-lines.ts';
import { keepLetterFile } from './keep-letter-file.ts';
import { letterhead } from './letterhead.ts';
import { readLetter } from './read-letter.ts';

type Deps = { db: Db; files: FileStore; render: typeof renderPdf };
type Item = Omit<Arrear, 'state'>;
const templates = 'catalog/office/letters';

/** The upomnienie as a letter (Dz.U. 2020 poz. 2194). */
export const writeReminderLetter = async (deps: Deps, reminderId: string): Promise<void> => {
  const reminder = await readReminder(deps.db, reminderId);
  const letter = await readLetter(deps.db, reminder.letter_id);
  const number = numberOf(letter.title);
  const data: ReminderLetter = {
    ...head(letter, reminder.issued_on),
    number,
    debtor: await debtorOf(deps.db, letter),
    items: overdue(reminder.items as Item[], reminder.issued_on),
    cost: reminder.cost,
    account: reminder.bank_account,
  };
  await write(deps, letter, { template: 'reminder', data, name: 'upomnienie.pdf' });
};

/** The tytuł wykonawczy as a letter: what was left unpaid when the reminder's term was over. */
export const writeEnforcementLetter = async (deps: Deps, titleId: string): Promise<void> => {
  const { db } = deps;
  const title = await db
    .selectFrom('enforcement_titles')
    .selectAll()
    .where('id', '=', titleId)
    .executeTakeFirstOrThrow();
  const reminder = await readReminder(db, title.reminder_id);
  const letter = await readLetter(db, title.letter_id ?? '');
  const reminderLetter = await readLetter(db, reminder.letter_id);
  const left = await unpaidOn(db, reminder.items as Item[], plainDate(title.issued_on));
  const data: EnforcementTitleLetter = {
    ...head(letter, title.issued_on),
    number: title.number,
    authority: letterhead.enforcementAuthority,
    debtor: await debtorOf(db, letter),
    items: overdue(left, title.issued_on),
    reminder: { number: numberOf(reminderLetter.title), deliveredOn: reminder.delivered_on ?? '', cost: reminder.cost },
    account: reminder.bank_account,
    signedBy: letterhead.office,
    signedAs: letterhead.creditor,
  };
  await write(deps, letter, { template: 'enforcement-title', data, name: 'tytul-wykonawczy.pdf' });
};

const readReminder = (db: Db, id: string) =>
  db
    .selectFrom('reminders as r')
    .innerJoin('accounts as a', 'a.id', 'r.account_id')
    .selectAll('r')
    .select('a.bank_account')
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow();

type Letter = Awaited<ReturnType<typeof readLetter>>;
const head = (letter: Letter, date: string) => ({
  office: letterhead.office,
  unit: letterhead.unit,
  sign: letter.case_sign ?? undefined,
  place: letterhead.place,
  date,
});

/** A letter's title ends in its number: `Upomnienie UP/12/2026`. */
const numberOf = (title: string): string => title.slice(title.lastIndexOf(' ') + 1);

const debtorOf = async (db: Db, letter: Letter): Promise<Debtor> => ({
  name: letter.party_name,
  address: addressLines(await addressOf(db, letter)),
  identifier: letter.pesel ? { kind: 'PESEL', value: letter.pesel } : { kind: 'NIP', value: letter.nip ?? '' },
});

const overdue = (items: readonly Item[], on: string): Overdue[] =>
  items.map(({ year, number, dueOn, principal, interest }) => ({
    title: `Podatek od nieruchomości ${year}, rata\u00a0${number}`,
    principal,
    dueDate: dueOn,
    interest,
    interestFrom: addDays(dueOn, 1),
    interestRate: interestRates.findLast(({ validFrom }) => validFrom <= plainDate(on))?.percent ?? '0',
  }));

/** What is left of the items, with late interest up to that day: the reminder's own interest is of an earlier one. */
const unpaidOn = async (db: Db, items: readonly Item[], on: PlainDate): Promise<Item[]> => {
  const ids = items.map(({ instalmentId }) => instalmentId);
  const rows = await db
    .selectFrom('instalments')
    .select(['id', 'amount', 'principal_paid'])
    .where('id', 'in', ids)
    .execute();
  const left = new Map(rows.map((row) => [row.id, row.amount - row.principal_paid]));
  return items
    .map((item) => ({ ...item, principal: grosze(left.get(item.instalmentId) ?? 0) }))
    .filter(({ principal }) => principal > 0)
    .map((item) => {
      const { principal, dueOn } = item;
      return { ...item, interest: lateInterest({ principal, dueDate: dueOn, until: on }).charged };
    });
};

type Written = { template: string; data: unknown; name: string };
const write = async (deps: Deps, letter: Letter, { template, data, name }: Written): Promise<void> => {
  const { now } = await officeClock(deps.db);
  const templatePath = `${templates}/${template}.typ`;
  const pdf = await deps.render({ templatePath, data, title: letter.title, lang: 'pl', createdAt: now });
  await keepLetterFile(deps, { letterId: letter.id, caseId: letter.case_id, partyId: letter.party_id, name, pdf });
};
