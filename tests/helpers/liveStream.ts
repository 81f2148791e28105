import { vi } from 'vitest';

/** One server-sent event as it came. */
export type Got = { event: string; id: string | null; data: unknown };

/** Reads server-sent events from a response as they come. */
export class LiveStream {
  readonly got: Got[] = [];
  ended = false;
  private readonly abort: AbortController;

  private constructor(response: Response, abort: AbortController) {
    this.abort = abort;
    void this.read(response);
  }

  /** @param open answers a request with this signal. */
  static async open(open: (signal: AbortSignal) => Promise<unknown>): Promise<LiveStream> {
    const abort = new AbortController();
    const response = await open(abort.signal);
    if (!(response instanceof Response)) throw new Error(`no stream: ${JSON.stringify(response)}`);
    return new LiveStream(response, abort);
  }

  /** The data of all events of this name so far. */
  data<T>(event: string): T[] {
    return this.got.filter((one) => one.event === event).map((one) => one.data as T);
  }

  /** Waits until there are so many events of this name, a second at most. */
  async until<T>(event: string, count = 1): Promise<T[]> {
    await vi.waitFor(
      () => {
        if (this.data(event).length < count)
          throw new Error(`${this.data(event).length} of ${count} ${event}`);
      },
      { timeout: 1000, interval: 5 },
    );
    return this.data<T>(event);
  }

  close(): void {
    this.abort.abort();
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(part, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      this.got.push(...frames.flatMap(parse));
    }
    this.ended = true;
  }
}

function parse(frame: string): Got[] {
  const fields = new Map(
    frame.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const event = fields.get('event');
  return event
    ? [{ event, id: fields.get('id') ?? null, data: JSON.parse(fields.get('data') ?? 'null') }]
    : [];
}
