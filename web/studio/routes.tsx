import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { AdminOnly } from './AdminOnly.tsx';

const ClockPage = lazyRouteComponent(() => import('./ClockPage.tsx'), 'ClockPage');
const AuditPage = lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage');
const IncidentsPage = lazyRouteComponent(() => import('./IncidentsPage.tsx'), 'IncidentsPage');

const clock = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administracja',
  component: () => <AdminOnly>{(session) => <ClockPage isDemo={session.demo} />}</AdminOnly>,
});

const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administracja/dziennik',
  component: () => <AdminOnly>{() => <AuditPage />}</AdminOnly>,
});

const incidents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/administracja/incydenty',
  component: () => <AdminOnly>{() => <IncidentsPage />}</AdminOnly>,
});

export const studioRoutes = [clock, audit, incidents];
