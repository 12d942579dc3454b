import { useCallback, useState } from 'react';

const prefix = 'kaeru-text:';

/**
 * A longer text that outlives a reload and an ended session. It lies in this tab only; it is gone
 * when it is sent (`drop`) and when its writer signs out.
 */
export function useKeptText(key: string): {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly drop: () => void;
} {
  const [text, setText] = useState(() => sessionStorage.getItem(prefix + key) ?? '');
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next) sessionStorage.setItem(prefix + key, next);
      else sessionStorage.removeItem(prefix + key);
    },
    [key],
  );
  const drop = useCallback(() => write(''), [write]);
  return { text, write, drop };
}
