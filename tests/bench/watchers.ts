/** Everybody who has the document open is told of each change: how long that takes, from the moment a command leaves. */
export class Watchers {
  /** Milliseconds, one figure for each change and watcher. */
  arrivals: number[] = [];
  private readonly sentAt = new Map<string, number>();
  private readonly abort = new AbortController();

  /** Opens a stream for each of these people. */
  async open(url: string, people: readonly { cookie: string }[]): Promise<void> {
    await Promise.all(people.map((one) => this.watch(url, one.cookie)));
  }

  /** A command with this id leaves now. */
  left(editId: string): void {
    this.sentAt.set(editId, performance.now());
  }

  /** The figures since the last time. */
  take(): number[] {
    const arrivals = this.arrivals;
    this.arrivals = [];
    return arrivals;
  }

  close(): void {
    this.abort.abort();
  }

  private async watch(url: string, cookie: string): Promise<void> {
    const { signal } = this.abort;
    const answer = await fetch(url, { headers: { cookie }, signal });
    if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
    void this.read(answer.body).catch(() => {}); // Closed at the end.
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(part, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      const now = performance.now();
      for (const frame of frames) {
        const editId = /"eventId":"([^"]+)"/.exec(frame)?.[1];
        const sent = editId && this.sentAt.get(editId);
        if (sent) this.arrivals.push(now - sent);
      }
    }
  }
}
