import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { HomePage } from './HomePage.tsx';
import { ServicePage } from './ServicePage.tsx';
import { ServicesPage } from './ServicesPage.tsx';

const FilingFrame = lazyRouteComponent(() => import('./filing/FilingFrame.tsx'), 'FilingFrame');
const StartPage = lazyRouteComponent(() => import('./filing/StartPage.tsx'), 'StartPage');
const FormPage = lazyRouteComponent(() => import('./filing/FormPage.tsx'), 'FormPage');
const CheckPage = lazyRouteComponent(() => import('./filing/CheckPage.tsx'), 'CheckPage');
const MyMattersPage = lazyRouteComponent(() => import('./matters/MyMattersPage.tsx'), 'MyMattersPage');
const CasePage = lazyRouteComponent(() => import('./matters/CasePage.tsx'), 'CasePage');
const TaskPage = lazyRouteComponent(() => import('./matters/TaskPage.tsx'), 'TaskPage');
const ReceiptPage = lazyRouteComponent(() => import('./filing/ReceiptPage.tsx'), 'ReceiptPage');

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

const filing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/uslugi/$id/formularz',
  component: function Filing() {
    return <FilingFrame serviceId={filing.useParams().id} />;
  },
});

const start = createRoute({ getParentRoute: () => filing, path: '/', component: StartPage });

const page = createRoute({
  getParentRoute: () => filing,
  path: '/$page',
  // Set by the change links of the summary: the page's button then leads back there.
  validateSearch: (search: Record<string, unknown>): { wroc?: boolean } =>
    search['wroc'] === true ? { wroc: true } : {},
  component: function Page() {
    const name = page.useParams().page;
    // Anew for each page: errors of one are none of the next.
    return <FormPage key={name} page={name} isReturning={page.useSearch().wroc === true} />;
  },
});

const check = createRoute({ getParentRoute: () => filing, path: '/podsumowanie', component: CheckPage });

const receipt = createRoute({
  getParentRoute: () => rootRoute,
  path: '/potwierdzenie/$id',
  component: function Receipt() {
    return <ReceiptPage id={receipt.useParams().id} />;
  },
});

const matters = createRoute({ getParentRoute: () => rootRoute, path: '/moje-sprawy', component: MyMattersPage });

const oneCase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/moje-sprawy/$id',
  component: function OneCase() {
    return <CasePage id={oneCase.useParams().id} />;
  },
});

const task = createRoute({
  getParentRoute: () => rootRoute,
  path: '/moje-sprawy/zadania/$id',
  component: function Task() {
    const { id } = task.useParams();
    return <TaskPage key={id} id={id} />;
  },
});

export const portalRoutes = [
  home,
  services,
  service,
  filing.addChildren([start, check, page]),
  receipt,
  matters,
  oneCase,
  task,
] as const;
