import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { ReadingProvider } from '../ui/reading.tsx';
import { usePreferences } from './preferences/preferences.ts';
import { makeRouter } from './routes.tsx';

const minuteMs = 60_000;

/** The console: who reads, what was asked, where one is. */
export function App({ queries }: { readonly queries: QueryClient }) {
  const { language } = usePreferences();
  const router = useMemo(() => makeRouter(queries), [queries]);
  const now = useMinute();
  return (
    <ReadingProvider language={language} now={now}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ReadingProvider>
  );
}

/** The moment that pages are written for; moves once a minute, so that "3 min ago" stays true. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
