import '../ui/styles/tokens.css';
import '../ui/styles/ui.css';
import '../ui/interactive/interactive.css';
import './console.css';
import './shell/shell.css';
import './shell/pages.css';
import './palette/palette.css';
import './worklist/worklist.css';
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client.ts';
import { App } from './app.tsx';
import { dress } from './preferences/preferences.ts';

const retriesMax = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only what may pass is asked again.
      retry: (count, error) =>
        count < retriesMax && error instanceof Problem && error.document.lasts === 'transient',
      staleTime: 5_000,
    },
    mutations: { retry: false },
  },
});

const root = document.getElementById('root');
if (root) {
  dress();
  createRoot(root).render(
    <StrictMode>
      <App queries={queries} />
    </StrictMode>,
  );
}
