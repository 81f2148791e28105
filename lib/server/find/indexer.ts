import 'server-only';
import { getDb } from '@/db/client';
import { indexSome } from '@/db/queries/searchIndex';
import { log } from '../log';

/** How often an idle instance looks for texts that were brought in elsewhere, or came by another way. */
const IDLE_MS = 10_000;
/** Between two steps, at least: on the embedded database each one holds everybody up. */
const PAUSE_MS = 20;

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.indexer');
type Indexer = { busy: boolean; timer: NodeJS.Timeout | null };
const holder = globalThis as { [KEY]?: Indexer };

/**
 * Takes texts into the index of the search, now and whenever there are new ones. Nobody waits for it: what is not in
 * the index yet is found without, only slower.
 */
export function wakeIndexer(): void {
  holder[KEY] ??= { busy: false, timer: null };
  const indexer = holder[KEY];
  indexer.timer ??= setInterval(() => void work(indexer), IDLE_MS).unref();
  void work(indexer);
}

async function work(indexer: Indexer): Promise<void> {
  if (indexer.busy) return;
  indexer.busy = true;
  try {
    const db = await getDb();
    for (;;) {
      const from = performance.now();
      if (!(await indexSome(db))) break;
      // As long as the step took, others have the database: what they wait for comes before what can wait.
      const pause = Math.max(PAUSE_MS, performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  } catch (cause) {
    log.error('find.index', cause);
  } finally {
    indexer.busy = false;
  }
}
