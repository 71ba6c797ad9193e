import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './account/routes.tsx';
import { clerkRoutes } from './clerk/routes.tsx';
import { fieldRoutes } from './field/routes.tsx';
import { portalRoutes } from './portal/routes.tsx';
import { rootRoute } from './root-route.tsx';
import { sessionRoutes } from './session/routes.tsx';
import { studioRoutes } from './studio/routes.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...sessionRoutes,
    ...portalRoutes,
    ...accountRoutes,
    ...clerkRoutes,
    ...fieldRoutes,
    ...studioRoutes,
  ]),
  scrollRestoration: true,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
