/** What a page hears from a stream of server-sent events. */
export interface StreamHandlers {
  /** One of the server's named events; data as it was sent. */
  readonly onEvent: (name: string, data: string) => void;
  /** The connection stands: again, if it had been cut, so whatever is shown should be read anew. */
  readonly onLive?: (again: boolean) => void;
  readonly onCut?: () => void;
}

/** The part of EventSource that is used, so that tests can stand in for the network. */
export interface Source {
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
  readonly readyState: number;
}

const closedState = 2;
/** The server says `alive` every 15 s; longer silence than this is a cut nobody told us of. */
export const silenceMsMax = 40_000;
const retryMsMin = 1_000;
const retryMsMax = 30_000;

const eventNames = ['change', 'case', 'claim', 'presence', 'alive', 'end'];

/**
 * Follows a stream until the returned function is called. The browser resumes by itself with the last
 * id it saw; where it gives up (an answer that is no stream) or falls silent, a new one is opened.
 */
export function followStream(
  path: string,
  handlers: StreamHandlers,
  open: (path: string) => Source = (at) => new EventSource(at) as unknown as Source,
): () => void {
  let source: Source | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = retryMsMin;
  let wasLive = false;
  let stopped = false;
  let lastId = '';

  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(reopen, silenceMsMax);
  };
  const reopen = () => {
    if (stopped) return;
    source?.close();
    handlers.onCut?.();
    clearTimeout(timer);
    timer = setTimeout(start, retryMs);
    retryMs = Math.min(retryMs * 2, retryMsMax);
  };
  const start = () => {
    if (stopped) return;
    const joint = path.includes('?') ? '&' : '?';
    const at = lastId ? `${path}${joint}after=${encodeURIComponent(lastId)}` : path;
    const opened = open(at);
    source = opened;
    heard();
    opened.addEventListener('open', () => {
      retryMs = retryMsMin;
      heard();
      handlers.onLive?.(wasLive);
      wasLive = true;
    });
    opened.addEventListener('error', () => {
      if (opened !== source) return;
      if (opened.readyState === closedState) reopen();
      else handlers.onCut?.();
    });
    for (const name of eventNames) {
      opened.addEventListener(name, (event) => {
        heard();
        if (event.lastEventId) lastId = event.lastEventId;
        handlers.onEvent(name, event.data);
      });
    }
  };
  start();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
