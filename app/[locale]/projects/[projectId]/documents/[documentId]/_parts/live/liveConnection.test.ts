import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveChange } from '@/lib/bitext/live';
import { LiveConnection, type LiveState, type Source } from './liveConnection';

class FakeSource implements Source {
  closed = false;
  private readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  constructor(readonly url: string) {}
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(name, listener);
  }
  close(): void {
    this.closed = true;
  }
  say(name: string, data?: unknown): void {
    this.listeners.get(name)?.({ data: data === undefined ? undefined : JSON.stringify(data) });
  }
}

let sources: FakeSource[];
let states: LiveState[];
let changes: LiveChange[];
let reloads: number[];
let live: LiveConnection;
beforeEach(() => {
  vi.useFakeTimers();
  [sources, states, changes, reloads] = [[], [], [], []];
  live = new LiveConnection({
    ...{ url: '/live', clientId: 'window', seq: 10, random: () => 1 },
    open: (url) => {
      sources.push(new FakeSource(url));
      return sources.at(-1)!;
    },
    onChanges: (more) => changes.push(...more),
    onReload: (seq) => reloads.push(seq),
    onState: (state) => states.push(state),
  });
  live.start();
});
afterEach(() => {
  live.pause();
  vi.useRealTimers();
});

const source = () => sources.at(-1)!;
const sinceOf = ({ url }: FakeSource) => new URL(url, 'http://x').searchParams.get('since');
const change = (seq: number) => ({
  ...{ seq, eventId: `e${seq}`, actorId: 'a', actorName: 'Lan', at: '', kind: 'edit' as const },
  ...{ change: null, reload: true },
});

describe('LiveConnection', () => {
  it('begins where the loaded document ends, and is live when the server has said hello', () => {
    expect(source().url).toBe('/live?clientId=window&since=10');
    expect(states).toEqual(['connecting']);
    source().say('hello', { seq: 12 });
    expect(states).toEqual(['connecting', 'live']);
  });

  it('tells each change once', () => {
    source().say('change', change(11));
    source().say('change', change(11));
    source().say('change', change(9));
    source().say('change', change(14));
    expect(changes.map(({ seq }) => seq)).toEqual([11, 14]);
  });

  it('comes back more and more slowly, with the last it knows of', () => {
    source().say('hello', { seq: 10 });
    source().say('change', change(11));
    const waits: number[] = [];
    for (let k = 0; k < 9; k++) {
      const before = sources.length;
      source().say('error');
      expect(source().closed).toBe(true);
      let waited = 0;
      for (; sources.length === before; waited += 250) vi.advanceTimersByTime(250);
      waits.push(waited);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(sinceOf(source())).toBe('11');
    expect(states).toEqual(['connecting', 'live', 'lost']);
    source().say('hello', { seq: 11 });
    expect(states.at(-1)).toBe('live');
    source().say('error');
    vi.advanceTimersByTime(500);
    expect(sources).toHaveLength(11);
  });

  it('gives up a connection on which nothing is said', () => {
    source().say('hello', { seq: 10 });
    vi.advanceTimersByTime(49_000);
    source().say('beat');
    vi.advanceTimersByTime(49_000);
    expect(states.at(-1)).toBe('live');
    vi.advanceTimersByTime(2000);
    expect(states.at(-1)).toBe('lost');
    expect(sources[0]!.closed).toBe(true);
  });

  it('does not listen to a connection that it has given up', () => {
    const old = source();
    old.say('error');
    old.say('change', change(11));
    old.say('hello', { seq: 11 });
    expect(changes).toEqual([]);
    expect(states.at(-1)).toBe('lost');
  });

  it('tries at once when asked to', () => {
    source().say('error');
    live.retry();
    expect(sources).toHaveLength(2);
    live.retry();
    expect(sources).toHaveLength(3);
    source().say('hello', { seq: 10 });
    live.retry();
    expect(sources).toHaveLength(3);
  });

  it('rests while it is paused, and goes on where it was', () => {
    source().say('change', change(11));
    live.pause();
    expect(source().closed).toBe(true);
    vi.advanceTimersByTime(600_000);
    expect(sources).toHaveLength(1);
    live.movedOn(20);
    live.start();
    expect(sinceOf(source())).toBe('20');
  });

  it('asks for a reload, and does not come back after goodbye', () => {
    source().say('reload', { seq: 15 });
    expect(reloads).toEqual([15]);
    source().say('bye', { code: 'auth.signedOut' });
    expect(states.at(-1)).toBe('ended');
    vi.advanceTimersByTime(600_000);
    live.start();
    expect(sources).toHaveLength(1);
  });
});
