import { Button, Input, Textarea } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../api/types.ts';
import { ErrorSummary, type SummaryError } from '../ui/ErrorSummary.tsx';
import { attemptOf, isSubstitute, missingIn, places, relations, unsignedReasons, wrongReasons } from './attempt.ts';
import type { Entry, Missing } from './attempt.ts';
import { Choices } from './Choices.tsx';
import { NoticeDates, secondNoticeIsEarly } from './NoticeDates.tsx';
import type { Attempt, Outcome } from './queries.ts';
import { SignatureField } from './SignatureField.tsx';
import { fieldNow, happenedAt } from './warsaw-time.ts';
import styles from './field.module.css';

type Props = { letter: Delivery; outcome: Outcome; today: string; onRecord: (attempt: Attempt) => void };

/** What happened at the door, in as few touches as the law allows. */
export const RecordForm = ({ letter, outcome, today, onRecord }: Props) => {
  const { t, i18n } = useTranslation();
  const [id] = useState(() => crypto.randomUUID());
  const [opened] = useState(() => ({ field: fieldNow(today, Date.now()), ms: Date.now() }));
  const [when, setWhen] = useState(opened.field);
  const [errors, setErrors] = useState<SummaryError[]>([]);
  const [entry, setEntry] = useState<Omit<Entry, 'at'>>({
    outcome,
    relation: 'addressee',
    name: letter.recipientName,
    undertook: false,
    signature: null,
    isUnsigned: false,
    unsignedReason: null,
    place: null,
    wrongReason: null,
    note: '',
  });
  const set = (change: Partial<Omit<Entry, 'at'>>): void => setEntry((before) => ({ ...before, ...change }));
  const idOf = (field: Missing): string => `record-${field}`;
  const isWrong = (field: Missing): true | undefined =>
    errors.some(({ fieldId }) => fieldId === idOf(field)) || undefined;

  const record = (): void => {
    const done: Entry = { ...entry, at: happenedAt(when, opened, Date.now()) };
    const missing = missingIn(done);
    setErrors(missing.map((field) => ({ fieldId: idOf(field), message: t(`field.missing.${field}`) })));
    if (missing.length > 0) return;
    onRecord(attemptOf(done, id, i18n.getFixedT('pl')));
  };

  if (outcome === 'absent' && secondNoticeIsEarly(letter, today)) return <NoticeDates letter={letter} today={today} />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <h2>{t(`field.choice.${outcome}`)}</h2>
      <ErrorSummary errors={errors} title={t('field.missing.title')} />
      {outcome === 'handed-over' && (
        <>
          <Choices
            id="record-relation"
            legend={t('field.form.relation')}
            options={relations.map((value) => ({ value, label: t(`field.relation.${value}`) }))}
            value={entry.relation}
            onChoose={(relation) =>
              set({ relation, name: relation === 'addressee' ? letter.recipientName : '', undertook: false })
            }
          />
          <Labelled id={idOf('name')} label={t('field.form.name')}>
            <Input
              id={idOf('name')}
              value={entry.name}
              maxLength={120}
              autoComplete="off"
              aria-invalid={isWrong('name')}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Labelled>
          {isSubstitute(entry) && (
            <label className={styles.check}>
              <input
                type="checkbox"
                className="ds-input"
                id={idOf('undertook')}
                checked={entry.undertook}
                aria-invalid={isWrong('undertook')}
                onChange={(event) => set({ undertook: event.target.checked })}
              />
              {t('field.form.undertook')}
            </label>
          )}
        </>
      )}
      {outcome === 'absent' && (
        <>
          <NoticeDates letter={letter} today={today} />
          <Choices
            id={idOf('place')}
            legend={t('field.form.place')}
            options={places.map((value) => ({ value, label: t(`field.place.${value}`) }))}
            value={entry.place}
            onChoose={(place) => set({ place })}
          />
        </>
      )}
      {outcome === 'address-wrong' && (
        <Choices
          id={idOf('wrongReason')}
          legend={t('field.form.wrongReason')}
          options={wrongReasons.map((value) => ({ value, label: t(`field.wrong.${value}`) }))}
          value={entry.wrongReason}
          onChoose={(wrongReason) => set({ wrongReason })}
        />
      )}
      <Labelled id={idOf('at')} label={t('field.form.at')}>
        <Input
          id={idOf('at')}
          type="datetime-local"
          value={when}
          max={opened.field}
          aria-invalid={isWrong('at')}
          onChange={(event) => setWhen(event.target.value)}
        />
      </Labelled>
      {outcome === 'handed-over' && (
        <>
          {!entry.isUnsigned && <SignatureField id={idOf('signature')} onChange={(signature) => set({ signature })} />}
          <label className={styles.check}>
            <input
              type="checkbox"
              className="ds-input"
              checked={entry.isUnsigned}
              onChange={(event) => set({ isUnsigned: event.target.checked, signature: null })}
            />
            {t('field.form.unsigned')}
          </label>
          {entry.isUnsigned && (
            <Choices
              id={idOf('unsignedReason')}
              legend={t('field.form.unsignedReason')}
              options={unsignedReasons.map((value) => ({ value, label: t(`field.unsigned.${value}`) }))}
              value={entry.unsignedReason}
              onChoose={(unsignedReason) => set({ unsignedReason })}
            />
          )}
        </>
      )}
      {(outcome === 'refused' || outcome === 'address-wrong' || entry.isUnsigned) && (
        <Labelled id={idOf('note')} label={t('field.form.note')}>
          <Textarea
            id={idOf('note')}
            rows={2}
            maxLength={400}
            value={entry.note}
            aria-invalid={isWrong('note')}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Labelled>
      )}
      <Button type="submit">{t(`field.submit.${outcome}`)}</Button>
    </form>
  );
};

const Labelled = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className={styles.labelled}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);
