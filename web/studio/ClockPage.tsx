import { Button, Input } from '@digdir/designsystemet-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLocal } from '../texts/use-local.ts';
import { dateText, timeText } from '../ui/date-text.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AdminPage } from './AdminPage.tsx';
import { jumpsFrom } from './jumps.ts';
import { clockQuery } from './queries.ts';
import { WaitingList } from './WaitingList.tsx';
import styles from './studio.module.css';

const steps = [1, 7, 14, 30] as const;

/** The time machine of the demo city: the office's clock moves forward, and every waiting workflow follows. */
export const ClockPage = ({ isDemo }: { isDemo: boolean }) => {
  const { t } = useTranslation();
  const { lang } = useLocal();
  const queries = useQueryClient();
  const query = useQuery(clockQuery);
  const [date, setDate] = useState('');
  const move = useMutation({
    mutationFn: (body: { days: number } | { to: string }) =>
      call(endpoints.office.moveClock, { body, idempotencyKey: crypto.randomUUID() }),
    onSuccess: async (clock) => {
      queries.setQueryData(clockQuery.queryKey, clock);
      setDate('');
      // The office's today stands in the session and in every due date on the screen.
      await queries.invalidateQueries();
    },
  });
  const clock = query.data;
  // Not by switching the button off: whoever pressed it by keyboard would lose their place.
  const moveOnce = (to: Parameters<typeof move.mutate>[0]): void => {
    if (!move.isPending) move.mutate(to);
  };
  return (
    <AdminPage title={t('studio.clock.title')} lead={t('studio.clock.lead')}>
      {query.isPending && <Skeleton />}
      {query.isError && <FailureNotice error={query.error} retry={() => void query.refetch()} />}
      {clock && (
        <div className={styles.clock} role="status">
          <p>{t('studio.clock.now')}</p>
          <p className={styles.now}>{dateText(clock.today, lang)}</p>
          <p>{t('studio.clock.time', { time: timeText(clock.now, lang) })}</p>
        </div>
      )}
      {!isDemo && (
        <Notice tone="warning">
          <p>{t('studio.clock.notDemo')}</p>
        </Notice>
      )}
      {move.isError && <FailureNotice error={move.error} />}
      {move.isSuccess && (
        <Notice tone="success" live>
          <p>{t('studio.clock.moved', { date: dateText(move.data.today, lang) })}</p>
        </Notice>
      )}
      {isDemo && clock && (
        <section className={styles.part} aria-labelledby="move-title">
          <h2 id="move-title">{t('studio.clock.move')}</h2>
          <p>{t('studio.clock.forward')}</p>
          <div className={styles.buttons}>
            {steps.map((days) => (
              <Button key={days} variant="secondary" onClick={() => moveOnce({ days })}>
                {t('studio.clock.days', { count: days })}
              </Button>
            ))}
          </div>
          <div className={styles.buttons}>
            {jumpsFrom(clock.today, clock.waiting).map(({ key, to }) => (
              <Button key={key} variant="secondary" onClick={() => moveOnce({ to })}>
                {t(`studio.jump.${key}`, { date: dateText(to, lang) })}
              </Button>
            ))}
          </div>
          <form
            className={styles.buttons}
            onSubmit={(event) => {
              event.preventDefault();
              if (date !== '') moveOnce({ to: date });
            }}
          >
            <label htmlFor="move-to">{t('studio.clock.date')}</label>
            <Input
              id="move-to"
              type="date"
              required
              min={clock.today}
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
            <Button type="submit" disabled={date === ''}>
              {t('studio.clock.toDate')}
            </Button>
          </form>
        </section>
      )}
      {clock && <WaitingList waiting={clock.waiting} />}
    </AdminPage>
  );
};
