import { useEffect } from 'react';

/** The page's name in the window's tab. Never a customer's data. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Kaeru`;
  }, [title]);
}
