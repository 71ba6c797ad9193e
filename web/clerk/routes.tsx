import { createRoute, lazyRouteComponent, useParams } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { NeedsSession } from '../session/NeedsSession.tsx';
import { isView, type View } from './queries.ts';

type Filters = { view?: View; q?: string };
const filters = (search: Record<string, unknown>): Filters => ({
  ...(isView(search['view']) ? { view: search['view'] } : {}),
  ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'].slice(0, 100) } : {}),
});

const Landing = lazyRouteComponent(() => import('./Landing.tsx'), 'Landing');
const Inbox = lazyRouteComponent(() => import('./Inbox.tsx'), 'Inbox');
const CasesPage = lazyRouteComponent(() => import('./CasesPage.tsx'), 'CasesPage');
const CasePage = lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage');

const landing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urzad',
  component: () => <NeedsSession kind="staff">{(session) => <Landing roles={session.staff.roles} />}</NeedsSession>,
});

/** The list stays where it is while tasks open beside it, so both addresses share one page. */
const inbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urzad/zadania',
  validateSearch: filters,
  component: function InboxRoute() {
    const { view, q } = inbox.useSearch();
    const { id } = useParams({ strict: false });
    return (
      <NeedsSession kind="staff">
        {(session) => <Inbox today={session.office.today} view={view ?? 'groups'} q={q ?? ''} taskId={id} />}
      </NeedsSession>
    );
  },
});
const task = createRoute({ getParentRoute: () => inbox, path: '$id' });

const cases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urzad/sprawy',
  validateSearch: (search: Record<string, unknown>): { q?: string; status?: 'open' | 'closed' } => ({
    ...(typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'].slice(0, 100) } : {}),
    ...(search['status'] === 'open' || search['status'] === 'closed' ? { status: search['status'] } : {}),
  }),
  component: function CasesRoute() {
    const { q, status } = cases.useSearch();
    return (
      <NeedsSession kind="staff">
        {(session) => <CasesPage today={session.office.today} q={q ?? ''} status={status} />}
      </NeedsSession>
    );
  },
});

const oneCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/urzad/sprawy/$id',
  component: function CaseRoute() {
    const { id } = oneCase.useParams();
    return <NeedsSession kind="staff">{(session) => <CasePage id={id} today={session.office.today} />}</NeedsSession>;
  },
});

export const clerkRoutes = [landing, inbox.addChildren([task]), cases, oneCase];
