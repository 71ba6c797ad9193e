import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { NeedsSession } from '../session/NeedsSession.tsx';
import type { Outcome } from './queries.ts';

const FieldList = lazyRouteComponent(() => import('./FieldList.tsx'), 'FieldList');
const FieldLetter = lazyRouteComponent(() => import('./FieldLetter.tsx'), 'FieldLetter');

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teren',
  validateSearch: (search: Record<string, unknown>): { view?: 'done' } =>
    search['view'] === 'done' ? { view: 'done' } : {},
  component: function ListRoute() {
    const { view } = list.useSearch();
    return (
      <NeedsSession kind="staff">
        {(session) => <FieldList collectorId={session.staff.id} view={view ?? 'open'} />}
      </NeedsSession>
    );
  },
});

const outcomes: readonly Outcome[] = ['handed-over', 'absent', 'refused', 'address-wrong'];

/** The chosen outcome stands in the address, so that the phone's back button returns to the choice. */
const letter = createRoute({
  getParentRoute: () => rootRoute,
  path: '/teren/$id',
  validateSearch: (search: Record<string, unknown>): { outcome?: Outcome } => {
    const outcome = outcomes.find((each) => each === search['outcome']);
    return outcome ? { outcome } : {};
  },
  component: function LetterRoute() {
    const { id } = letter.useParams();
    const { outcome } = letter.useSearch();
    return (
      <NeedsSession kind="staff">
        {(session) => (
          <FieldLetter id={id} outcome={outcome} collectorId={session.staff.id} today={session.office.today} />
        )}
      </NeedsSession>
    );
  },
});

export const fieldRoutes = [list, letter];
