import { createRootRoute } from '@tanstack/react-router';
import { Failure } from './ui/Failure.tsx';
import { Layout } from './ui/Layout.tsx';
import { NotFound } from './ui/NotFound.tsx';

/** The frame of every page. Folders hang their routes on it (`web/router.tsx` gathers them). */
export const rootRoute = createRootRoute({
  component: Layout,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});
