import '@digdir/designsystemet-css/theme.css';
import '@digdir/designsystemet-css';
import '@fontsource-variable/source-sans-3/wght.css';
import './theme/legnica.css';
import './theme/base.css';
import './theme/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { router } from './router.tsx';
import { startTexts } from './texts/index.ts';

await startTexts();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
