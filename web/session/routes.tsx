import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { AccessibilityPage } from '../ui/AccessibilityPage.tsx';
import { SignInPage } from './SignInPage.tsx';

/** Only an address within this site: a foreign one would lead people away after they signed in. */
const ownAddress = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/logowanie',
  validateSearch: (search: Record<string, unknown>): { returnTo?: string | undefined } => ({
    returnTo: ownAddress(search['returnTo']),
  }),
  component: function SignIn() {
    return <SignInPage returnTo={signIn.useSearch().returnTo} />;
  },
});

const accessibility = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dostepnosc',
  component: AccessibilityPage,
});

export const sessionRoutes = [signIn, accessibility];
