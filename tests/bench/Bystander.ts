import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Seeded } from './largeDocument';

const EVERY_MS = 100;
const KINDS = ['health', 'page', 'edit'] as const;
export type Waits = Record<(typeof KINDS)[number], number[]>;

/**
 * Somebody who goes on working while others export: every 100 ms the next of three light requests is sent, whether or
 * not the one before has been answered: health, the page of the document, an edit that is stored.
 */
export class Bystander {
  /** Milliseconds of each answer. */
  readonly waits: Waits = { health: [], page: [], edit: [] };
  #timer: NodeJS.Timeout | undefined;
  #sent: Promise<void>[] = [];
  #turn = 0;

  constructor(
    private readonly base: string,
    private readonly seeded: Seeded,
    /** Where in the document it works: nobody else should. */
    private at: number,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      const kind = KINDS[this.#turn++ % KINDS.length]!;
      this.#sent.push(this.#send(kind));
    }, EVERY_MS);
  }

  async stop(): Promise<Waits> {
    clearInterval(this.#timer);
    await Promise.all(this.#sent);
    return this.waits;
  }

  async #send(kind: keyof Waits): Promise<void> {
    const start = performance.now();
    await (kind === 'edit' ? this.#edit() : this.#ask(this.#url(kind)));
    this.waits[kind].push(performance.now() - start);
  }

  /** On a connection of its own: one that the server closes for lack of use would be counted as its failure. */
  #ask(url: string, body?: object): Promise<void> {
    const { cookie } = this.seeded.editors[0]!;
    const headers = { cookie, origin: this.base, ...(body && { 'content-type': 'application/json' }) };
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: body ? 'POST' : 'GET', headers, agent: false }, (answer) => {
        answer.resume();
        answer.on('error', reject);
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
        );
      });
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }

  #url(kind: 'health' | 'page'): string {
    const { projectId, documentId } = this.seeded;
    return `${this.base}/${kind === 'health' ? 'api/health' : `en/projects/${projectId}/documents/${documentId}`}`;
  }

  #edit(): Promise<void> {
    const { ids, shapes } = this.seeded.beads[0]!;
    while (shapes[this.at] !== '.') this.at++;
    const bead = ids[this.at++]!;
    return this.#ask(`${this.base}/api/documents/${this.seeded.documentId}/edits`, {
      ...{ editId: randomUUID(), seen: { [bead]: 1 } },
      commands: [{ type: 'confirm', bead }],
    });
  }
}
