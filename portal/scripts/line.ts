/** A line to the server on which changes come, and which says when it is cut. */
export interface Line {
  /** Tries at once, rather than when the browser would. */
  readonly retry: () => void;
  readonly close: () => void;
}

/** Whom a line tells. */
export interface Listener {
  /** The line is open: what comes from now on is heard. */
  readonly opened: () => void;
  /** A version of the claim, the newest there is. */
  readonly news: (version: number) => void;
  /** Something was heard: what the page shows still holds. */
  readonly heard: () => void;
  readonly cut: () => void;
}

/** The server says something at least every 15 seconds; after this long the line counts as dead. */
const silenceMsMax = 40_000;
/** A line that comes back within this long was never missed. */
const graceMs = 2_500;
/** After the server refused the line, it is asked again this much later. */
const refusedMs = 15_000;

/**
 * Opens an event stream and keeps it open: the browser comes back by itself, with the last id that it
 * saw; where it gives up, or the line is silent, a new one is opened.
 */
export function openLine(url: string, listener: Listener): Line {
  let source: EventSource | null = null;
  let silence = 0;
  let missing = 0;

  const heard = () => {
    clearTimeout(silence);
    clearTimeout(missing);
    missing = 0;
    silence = window.setTimeout(lost, silenceMsMax);
  };
  const missed = (afterMs: number) => {
    missing ||= window.setTimeout(listener.cut, afterMs);
  };
  function lost(): void {
    listener.cut();
    open();
  }
  function open(): void {
    source?.close();
    const one = new EventSource(url);
    source = one;
    one.addEventListener('open', () => {
      heard();
      listener.opened();
    });
    one.addEventListener('claim', ({ lastEventId }) => {
      heard();
      listener.news(Number(lastEventId));
    });
    one.addEventListener('alive', () => {
      heard();
      listener.heard();
    });
    one.addEventListener('error', () => {
      missed(graceMs);
      if (one.readyState === EventSource.CLOSED && source === one)
        window.setTimeout(reopen, refusedMs, one);
    });
  }
  const reopen = (refused: EventSource) => {
    if (source === refused) open();
  };
  const offline = () => {
    clearTimeout(missing);
    listener.cut();
  };
  addEventListener('offline', offline);
  addEventListener('online', open);
  open();
  return {
    retry: open,
    close: () => {
      source?.close();
      source = null;
      clearTimeout(silence);
      clearTimeout(missing);
      removeEventListener('offline', offline);
      removeEventListener('online', open);
    },
  };
}
