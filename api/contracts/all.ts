import { accountRoutes } from './account.ts';
import { casesRoutes } from './cases.ts';
import { deliveriesRoutes } from './deliveries.ts';
import { officeRoutes } from './office.ts';
import type { Route } from './route.ts';
import { servicesRoutes } from './services.ts';
import { sessionRoutes } from './session.ts';
import { submissionsRoutes } from './submissions.ts';
import { tasksRoutes } from './tasks.ts';

const groups: Record<string, Record<string, Route>> = {
  session: sessionRoutes,
  services: servicesRoutes,
  submissions: submissionsRoutes,
  cases: casesRoutes,
  tasks: tasksRoutes,
  deliveries: deliveriesRoutes,
  account: accountRoutes,
  office: officeRoutes,
};

/** Every contract route, with the name by which OpenAPI knows it: `submissions.submit`. */
export const allRoutes: { name: string; group: string; route: Route }[] = Object.entries(groups).flatMap(
  ([group, routes]) => Object.entries(routes).map(([name, route]) => ({ name: `${group}.${name}`, group, route })),
);
