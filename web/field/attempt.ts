import type { Attempt, Outcome } from './queries.ts';

export const relations = [
  'addressee',
  'household-member',
  'caretaker',
  'property-manager',
  'authorised-employee',
] as const;
export const places = ['mailbox', 'door', 'other-visible'] as const;
export const unsignedReasons = ['cannot', 'will-not'] as const;
export const wrongReasons = ['no-such', 'moved', 'dead', 'other'] as const;

export type Entry = {
  outcome: Outcome;
  /** ISO instant by the handheld's clock; null while the field names no past moment. */
  at: string | null;
  relation: (typeof relations)[number];
  name: string;
  undertook: boolean;
  signature: string | null;
  isUnsigned: boolean;
  unsignedReason: (typeof unsignedReasons)[number] | null;
  place: (typeof places)[number] | null;
  wrongReason: (typeof wrongReasons)[number] | null;
  note: string;
};

export type Missing = 'at' | 'name' | 'undertook' | 'signature' | 'unsignedReason' | 'place' | 'wrongReason' | 'note';

/** Takes a letter in the addressee's stead and must undertake to pass it on (Ordynacja podatkowa, art. 149). */
export const isSubstitute = ({ relation }: Pick<Entry, 'relation'>): boolean =>
  ['household-member', 'caretaker', 'property-manager'].includes(relation);

/** What is still missing from an entry, in the order of the form. */
export const missingIn = (entry: Entry): Missing[] => {
  const when: Missing[] = entry.at === null ? ['at'] : [];
  if (entry.outcome === 'absent') return [...when, ...(entry.place === null ? (['place'] as const) : [])];
  if (entry.outcome === 'refused') return when;
  if (entry.outcome === 'address-wrong') {
    const needsNote = entry.wrongReason === 'other' && entry.note.trim() === '';
    return [
      ...when,
      ...(entry.wrongReason === null ? (['wrongReason'] as const) : []),
      ...(needsNote ? (['note'] as const) : []),
    ];
  }
  return [
    ...when,
    ...(entry.name.trim().length < 3 ? (['name'] as const) : []),
    ...(isSubstitute(entry) && !entry.undertook ? (['undertook'] as const) : []),
    ...(!entry.isUnsigned && entry.signature === null ? (['signature'] as const) : []),
    ...(entry.isUnsigned && entry.unsignedReason === null ? (['unsignedReason'] as const) : []),
  ];
};

/** The attempt as the office keeps it. `words` gives the Polish words of a chosen reason: the record is in the office's language. */
export const attemptOf = (entry: Entry, id: string, words: (key: string) => string): Attempt => {
  const note = entry.note.trim();
  const base = { id, happenedAt: entry.at! };
  const reasonOf = (key: string | null): { reason?: string } => {
    const reason = [key === null ? '' : words(key), note].filter((part) => part !== '').join('. ');
    return reason === '' ? {} : { reason };
  };
  if (entry.outcome === 'absent') return { ...base, outcome: 'absent', noticePlace: entry.place! };
  if (entry.outcome === 'refused') return { ...base, outcome: 'refused', ...reasonOf(null) };
  if (entry.outcome === 'address-wrong')
    return { ...base, outcome: 'address-wrong', ...reasonOf(`field.wrong.${entry.wrongReason}`) };
  return {
    ...base,
    outcome: isSubstitute(entry) ? 'substitute' : 'handed-over',
    recipientName: entry.name.trim(),
    recipientRelation: entry.relation,
    ...(entry.isUnsigned ? reasonOf(`field.unsigned.${entry.unsignedReason}`) : { signature: entry.signature! }),
  };
};
