import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followStream, type Source, silenceMsMax } from './stream.ts';

/** A connection that the test speaks through. */
class Line implements Source {
  readyState = 0;
  closed = false;
  readonly path: string;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(path: string) {
    this.path = path;
  }

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(name, listener);
  }

  close(): void {
    this.closed = true;
  }

  say(name: string, data = '', lastEventId = ''): void {
    this.#listeners.get(name)?.({ data, lastEventId } as MessageEvent<string>);
  }
}

const lines: Line[] = [];
const told: string[] = [];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  told.length = 0;
  stop = followStream(
    '/v1/desk/events',
    {
      onEvent: (name, data) => told.push(`${name} ${data}`.trim()),
      onLive: (again) => told.push(again ? 'live again' : 'live'),
      onCut: () => told.push('cut'),
    },
    (path) => {
      const line = new Line(path);
      lines.push(line);
      return line;
    },
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test('says what it hears, and when it stands again after a cut', () => {
  lines[0]?.say('open');
  lines[0]?.say('change', '{"number":"R-26-000001"}', '7');
  lines[0]?.say('error');
  lines[0]?.say('open');
  expect(told).toEqual(['live', 'change {"number":"R-26-000001"}', 'cut', 'live again']);
  expect(lines).toHaveLength(1);
});

test('where the browser gave up, a new line begins after the last id', () => {
  const [first] = lines;
  first?.say('open');
  first?.say('change', '{}', '41');
  Object.assign(first ?? {}, { readyState: 2 });
  first?.say('error');
  expect(told.at(-1)).toBe('cut');
  vi.advanceTimersByTime(1_000);
  expect(lines[1]?.path).toBe('/v1/desk/events?after=41');
  lines[1]?.say('open');
  expect(told.at(-1)).toBe('live again');
});

test('silence is a cut that nobody told of; a heartbeat keeps the line', () => {
  lines[0]?.say('open');
  vi.advanceTimersByTime(silenceMsMax - 1);
  lines[0]?.say('alive');
  vi.advanceTimersByTime(silenceMsMax - 1);
  expect(told).toEqual(['live', 'alive']);
  vi.advanceTimersByTime(1);
  expect(told.at(-1)).toBe('cut');
  expect(lines[0]?.closed).toBe(true);
});

test('once left, it is not opened again', () => {
  lines[0]?.say('open');
  stop();
  vi.advanceTimersByTime(10 * silenceMsMax);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.closed).toBe(true);
});
