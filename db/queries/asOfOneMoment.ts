import type { Db, Tx } from '../client';

/**
 * Runs several queries on one state of the database. In an ordinary transaction each statement sees
 * what others have committed before it: beads of one moment would meet borders of another.
 */
export const asOfOneMoment = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
