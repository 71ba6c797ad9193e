import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ServiceCard } from '../api/types.ts';
import { DateText } from '../ui/DateText.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PageSkeleton } from '../ui/Skeleton.tsx';
import { useSession } from '../session/use-session.ts';
import { useLocal } from '../texts/use-local.ts';
import { Article } from './Article.tsx';
import { NotForParty } from './NotForParty.tsx';
import { serviceQuery } from './queries.ts';
import styles from './ServicePage.module.css';

/** The card of a service: what it gives, for whom, at what cost and in what time; then Start. */
export const ServicePage = ({ id }: { id: string }) => {
  const query = useQuery(serviceQuery(id));
  if (query.isPending) return <PageSkeleton />;
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Card card={query.data} />;
};

const Card = ({ card }: { card: ServiceCard }) => {
  const { t } = useTranslation();
  const { local } = useLocal();
  const session = useSession();
  const isBarred = card.online && session?.kind === 'resident' && !card.filedFor.includes(session.actingFor.kind);
  const facts = [
    ['who', card.who],
    ['fee', card.fee],
    ['term', card.term],
    ['where', card.where],
  ] as const;
  return (
    <Page crumbs={[{ label: t('portal.services.title'), to: '/uslugi' }, { label: local(card.title) }]}>
      <PageTitle lead={local(card.promise)}>{local(card.title)}</PageTitle>
      <div className={styles.columns}>
        <div className={styles.main}>
          <dl className={styles.facts}>
            {facts.map(([name, text]) => (
              <div key={name}>
                <dt>{t(`portal.service.${name}`)}</dt>
                <dd>{local(text)}</dd>
              </div>
            ))}
          </dl>
          {isBarred && <NotForParty session={session} forPeople={card.filedFor.includes('person')} />}
          {card.online && !isBarred && (
            <div>
              <Button asChild data-size="lg">
                <Link to="/uslugi/$id/formularz" params={{ id: card.id }}>
                  {t('portal.service.start')}
                  <Icon name="arrow" />
                </Link>
              </Button>
            </div>
          )}
          <Article markdown={local(card.article)} />
        </div>
        <aside className={styles.side} aria-label={t('portal.service.more')}>
          {card.documents.length > 0 && (
            <section>
              <h2>{t('portal.service.documents')}</h2>
              <ul>
                {card.documents.map((document) => (
                  <li key={document.pl}>{local(document)}</li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>{t('portal.service.result')}</h2>
            <p>{local(card.result)}</p>
          </section>
          <section>
            <h2>{t('portal.service.appeal')}</h2>
            <p>{local(card.appeal)}</p>
          </section>
          <section>
            <h2>{t('portal.service.legalBasis')}</h2>
            <ul>
              {card.legalBasis.map((act) => (
                <li key={act.pl}>{local(act)}</li>
              ))}
            </ul>
          </section>
          <p className={styles.reviewed}>
            {t('portal.service.reviewed')} <DateText date={card.reviewedOn} />
          </p>
        </aside>
      </div>
    </Page>
  );
};
