import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useActFor } from '../session/use-act-for.ts';
import type { ResidentSession } from '../session/use-session.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Said before the first question: this is not filed for whom the resident acts now, and may be filed for themselves. */
export const NotForParty = ({ session, forPeople }: { session: ResidentSession; forPeople: boolean }) => {
  const { t } = useTranslation();
  const actFor = useActFor();
  const { actingFor, person } = session;
  const reason = actingFor.kind === 'company' ? 'notForCompany' : 'notForPerson';
  return (
    <Notice tone="warning" title={t('portal.filing.notForParty', { name: actingFor.name })} live>
      <p>{t(`portal.filing.${reason}`)}</p>
      {forPeople && actingFor.id !== person.id && (
        <div>
          <Button variant="secondary" loading={actFor.isPending} onClick={() => actFor.mutate(person.id)}>
            {t('portal.filing.actForMyself', { name: person.name })}
          </Button>
        </div>
      )}
      {actFor.isError && <FailureNotice error={actFor.error} />}
    </Notice>
  );
};
