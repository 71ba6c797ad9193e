import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { HomePage } from './HomePage.tsx';
import { ServicePage } from './ServicePage.tsx';
import { ServicesPage } from './ServicesPage.tsx';

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage });

const services = createRoute({
  getParentRoute: () => rootRoute,
  path: '/uslugi',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = search['q'];
    return typeof q === 'string' && q !== '' ? { q: q.slice(0, 200) } : {};
  },
  component: function Services() {
    return <ServicesPage q={services.useSearch().q ?? ''} />;
  },
});

const service = createRoute({
  getParentRoute: () => rootRoute,
  path: '/uslugi/$id',
  component: function Service() {
    return <ServicePage id={service.useParams().id} />;
  },
});

export const portalRoutes = [home, services, service];
