import type { PlainDate } from '#domain/calendar/plain-date';
import type { DerivationStep, RoundingStep } from '#domain/tax/derivation';
import type { PlannedInstalment } from '#domain/tax/instalments';

/** What the letters of the office print. Amounts are grosze, dates plain, texts as they are: a template puts them in words. */
type Issued = {
  /** Such as `Prezydent Miasta Legnicy`. */
  office: string;
  unit?: string;
  /** Case sign; a letter of the account may have none. */
  sign?: string;
  place: string;
  date: PlainDate | string;
};

/** Name and address of a person or company, a line each. */
export type Addressee = string[];
export type Debtor = {
  name: string;
  address: string[];
  identifier: { kind: 'PESEL' | 'NIP' | 'REGON'; value: string };
};

/** `catalog/podatek-od-nieruchomosci/letters/decision.typ`. */
export type DecisionLetter = Issued & {
  addressee: Addressee;
  taxpayer: string;
  year: number;
  monthsFrom: number;
  monthsTo: number;
  filedOn: string;
  amount: number;
  derivation: readonly DerivationStep[];
  rounding: RoundingStep;
  instalments: readonly PlannedInstalment[];
  /** 26 digits. */
  account: string;
  /** Of the rate table. */
  ratesBasis: string;
  /** Names of those who owe jointly (u.p.o.l. art. 3 ust. 4). */
  coOwners?: string[];
  signedBy: string;
  signedAs: string;
};

/** A receivable in arrears, with interest reckoned to the letter's day. */
export type Overdue = {
  title: string;
  principal: number;
  dueDate: string;
  interest: number;
  /** First day of interest. */
  interestFrom: string;
  /** Per cent a year today, such as `10.5`. */
  interestRate: string;
};

/** `catalog/office/letters/reminder.typ`. */
export type ReminderLetter = Issued & {
  number: string;
  debtor: Debtor;
  items: Overdue[];
  cost: number;
  account: string;
};

/** `catalog/office/letters/enforcement-title.typ`. */
export type EnforcementTitleLetter = Issued & {
  number: string;
  /** The enforcement body, such as `Naczelnik Urzędu Skarbowego w Legnicy`. */
  authority: string;
  debtor: Debtor;
  items: Overdue[];
  reminder: { number: string; deliveredOn: string; cost: number };
  account: string;
  signedBy: string;
  signedAs: string;
};
