/** One server-sent event. */
export interface StreamedEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** A stream that is being read. */
export interface EventStream {
  readonly answer: Response;
  /** The next event, of this name if one is given; null at the end. */
  next(name?: string): Promise<StreamedEvent | null>;
  hangUp(): void;
}

/** Opens a stream of server-sent events, and reads them one by one. */
export async function openStream(
  url: string,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const hangUp = new AbortController();
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: hangUp.signal,
  });
  const events = eventsOf(answer);
  return {
    answer,
    next: async (name) => {
      for (;;) {
        const { value, done } = await events.next();
        if (done) return null;
        if (name === undefined || value.event === name) return value;
      }
    },
    hangUp: () => hangUp.abort(),
  };
}

async function* eventsOf(answer: Response): AsyncGenerator<StreamedEvent> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      yield eventOf(text.slice(0, end));
      text = text.slice(end + 2);
    }
  }
}

function eventOf(lines: string): StreamedEvent {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(lines)?.[1] ?? null;
  return { event: field('event') ?? '', id: field('id'), data: field('data') ?? '' };
}
