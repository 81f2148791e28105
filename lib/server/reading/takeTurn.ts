import 'server-only';

/** Readings at once an instance: each may take a core and some gigabytes. */
const MOST_AT_ONCE = 2;

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.reading');
type Turns = { running: number; waiting: (() => void)[] };
const holder = globalThis as { [KEY]?: Turns };

/**
 * Waits for one's turn to read.
 *
 * @returns what gives the turn to the next in line; calling it twice does no harm.
 * @throws the signal's reason when it is aborted meanwhile.
 */
export async function takeTurn(signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted();
  holder[KEY] ??= { running: 0, waiting: [] };
  const turns = holder[KEY];
  if (turns.running < MOST_AT_ONCE) turns.running++;
  else
    await new Promise<void>((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        turns.waiting = turns.waiting.filter((one) => one !== start);
        reject(signal.reason);
      };
      turns.waiting.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  let over = false;
  return () => {
    if (over) return;
    over = true;
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running--;
  };
}
