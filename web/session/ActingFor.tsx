import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useActFor } from './use-act-for.ts';
import type { ResidentSession } from './use-session.ts';
import styles from './ActingFor.module.css';

/** For whom the resident acts: always in sight, and changed in two presses where they hold a power of attorney. */
export const ActingFor = ({ session }: { session: ResidentSession }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const actFor = useActFor();
  const list = useRef<HTMLDetailsElement>(null);
  const { actingFor, mayActFor, person } = session;
  const nameOf = (party: typeof person): string =>
    party.id === person.id ? t('session.myself', { name: party.name }) : party.name;

  if (mayActFor.length < 2)
    return (
      <p className={styles.alone}>
        {t('session.actingFor')} <strong>{nameOf(actingFor)}</strong>
      </p>
    );

  const choose = (partyId: string): void => {
    if (list.current) list.current.open = false;
    if (partyId === actingFor.id) return;
    // A page about one matter of the former party has nothing to show to the new one.
    actFor.mutate(partyId, {
      onSuccess: () => {
        if (/^\/moje-sprawy\/|^\/konto\/|^\/potwierdzenie\//.test(path)) void navigate({ to: '/moje-sprawy' });
      },
    });
  };

  return (
    <details
      ref={list}
      className={styles.chooser}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && list.current) {
          list.current.open = false;
          list.current.querySelector('summary')?.focus();
        }
      }}
      onBlur={(event) => {
        if (list.current && !list.current.contains(event.relatedTarget)) list.current.open = false;
      }}
    >
      <summary>
        {t('session.actingFor')} <strong>{nameOf(actingFor)}</strong>
      </summary>
      <ul>
        {mayActFor.map((party) => (
          <li key={party.id}>
            <button type="button" aria-pressed={party.id === actingFor.id} onClick={() => choose(party.id)}>
              {nameOf(party)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
