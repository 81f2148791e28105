import type { LiveChange, LiveJob, LiveMessages, Present } from '@/lib/bitext/live';

/** `ended`: the server has said that coming back is of no use (signed out, no longer a member). */
export type LiveState = 'connecting' | 'live' | 'lost' | 'ended';

export type LiveHandlers = {
  /** In the order in which it happened, each once, one's own too. */
  onChanges: (changes: LiveChange[]) => void;
  /** Everybody who is here, oneself too. */
  onPresence?: (present: Present[]) => void;
  onJob?: (job: LiveJob) => void;
  /** So much was missed, or so much is new, that the document is to be loaded again; it then stands at `seq` or later. */
  onReload?: (seq: number) => void;
  onState?: (state: LiveState) => void;
};

/** The part of `EventSource` that is used here. */
export type Source = {
  addEventListener(name: string, listener: (event: { data?: unknown }) => void): void;
  close(): void;
};

export type LiveOptions = LiveHandlers & {
  /** Path of the stream, without its query. */
  url: string;
  /** This window; a new one each time the page is opened. */
  clientId: string;
  /** The last event that the loaded document knows of. */
  seq: number;
  open?: (url: string) => Source;
  random?: () => number;
};

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** The server says something every 15 s; a connection silent for longer than this counts as lost. */
const SILENCE_MS = 50_000;

/**
 * What others do in a document, as it happens. Comes back by itself when the connection is lost, ever
 * more slowly and not all at once, and then gets what it missed from the server's history.
 *
 * A browser takes six connections to a host from all its windows: `pause` when the window is hidden.
 */
export class LiveConnection {
  private source: Source | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private state: LiveState = 'connecting';
  private paused = true;
  private seq: number;

  constructor(private readonly options: LiveOptions) {
    this.seq = options.seq;
  }

  /** Connects, for the first time or after `pause`. */
  start(): void {
    if (!this.paused || this.state === 'ended') return;
    this.paused = false;
    this.tries = 0;
    this.connect();
  }

  /** Lets go of the connection; `start` takes it up where it was. */
  pause(): void {
    this.paused = true;
    this.letGo();
  }

  /** Tries at once instead of waiting: the machine is online again, or somebody pressed a button. */
  retry(): void {
    if (this.paused || this.state !== 'lost') return;
    this.tries = 0;
    this.letGo();
    this.connect();
  }

  /** The document was loaded anew and knows of everything up to `seq`. */
  movedOn(seq: number): void {
    this.seq = Math.max(this.seq, seq);
  }

  private connect(): void {
    const { url, clientId, open = (path) => new EventSource(path) } = this.options;
    if (this.state !== 'lost') this.become('connecting');
    const source = open(`${url}?${new URLSearchParams({ clientId, since: String(this.seq) })}`);
    this.source = source;
    const on = <Name extends keyof LiveMessages | 'beat'>(
      name: Name,
      take: (message: Name extends keyof LiveMessages ? LiveMessages[Name] : unknown) => void,
    ) =>
      source.addEventListener(name, ({ data }) => {
        if (this.source !== source) return; // A late word from a connection that was given up.
        this.heard();
        take(typeof data === 'string' ? JSON.parse(data) : undefined);
      });
    on('hello', ({ seq }) => {
      this.movedOn(seq);
      this.tries = 0;
      this.become('live');
    });
    on('change', (change) => this.changed(change));
    on('presence', (present) => this.options.onPresence?.(present));
    on('job', (job) => this.options.onJob?.(job));
    on('reload', ({ seq }) => this.reload(seq));
    on('beat', () => {});
    on('bye', () => {
      this.letGo();
      this.become('ended');
    });
    source.addEventListener('error', () => this.source === source && this.lose());
    this.heard();
  }

  private changed(change: LiveChange): void {
    if (change.seq <= this.seq) return;
    this.seq = change.seq;
    this.options.onChanges([change]);
  }

  private reload(seq: number): void {
    this.movedOn(seq);
    this.options.onReload?.(seq);
  }

  /** The connection has shown a sign of life. */
  private heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lose(), SILENCE_MS);
  }

  /** EventSource would come back by itself, but without end, at one pace, and with the address it began with. */
  private lose(): void {
    this.letGo();
    this.become('lost');
    const { random = Math.random } = this.options;
    const waitMs = Math.min(FIRST_RETRY_MS * 2 ** this.tries++, LAST_RETRY_MS);
    // Half of it by chance: when a server restarts, not all of its readers come back in one moment.
    this.timer = setTimeout(() => this.connect(), waitMs * (0.5 + random() / 2));
  }

  private letGo(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private become(state: LiveState): void {
    if (state === this.state && state !== 'connecting') return;
    this.state = state;
    this.options.onState?.(state);
  }
}
