import 'server-only';
import { type Db, getDb } from '@/db/client';
import { LiveHub } from './LiveHub';

// On globalThis, because the bundler gives every route its own copy of this module.
const KEY = Symbol.for('triptych.live.hub');
const holder = globalThis as { [KEY]?: { db: Db; hub: Promise<LiveHub> } };

/** The hub of the application's database, opened when somebody first watches a document. */
export async function getHub(): Promise<LiveHub> {
  const db = await getDb();
  if (holder[KEY]?.db !== db) {
    const hub = LiveHub.open(db);
    const held = { db, hub };
    holder[KEY] = held;
    // The next one tries again.
    hub.catch(() => {
      if (holder[KEY] === held) holder[KEY] = undefined;
    });
  }
  return holder[KEY]!.hub;
}

/** The hub, if anybody has watched a document yet: without watchers here or elsewhere there is nobody to tell. */
export const hubIfOpen = (): Promise<LiveHub> | undefined => holder[KEY]?.hub;

/** Lets go of the database's connection. For tests. */
export async function closeHub(): Promise<void> {
  const held = holder[KEY];
  holder[KEY] = undefined;
  await held?.hub.then(
    (hub) => hub.close(),
    () => {},
  );
}
