import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';

const AccountPage = lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage');
const PaymentPage = lazyRouteComponent(() => import('./PaymentPage.tsx'), 'PaymentPage');

const account = createRoute({ getParentRoute: () => rootRoute, path: '/konto', component: AccountPage });

const payment = createRoute({
  getParentRoute: () => rootRoute,
  path: '/konto/platnosci/$id',
  // Set when the page was opened before the gateway had answered: then it goes on there by itself.
  validateSearch: (search: Record<string, unknown>): { nowa?: boolean } =>
    search['nowa'] === true ? { nowa: true } : {},
  component: function Payment() {
    return <PaymentPage id={payment.useParams().id} isNew={payment.useSearch().nowa === true} />;
  },
});

export const accountRoutes = [account, payment] as const;
