import type { PGlite } from '@electric-sql/pglite';
import { Client, type Pool } from 'pg';
import type { Db } from './client';

/** Listening to what the database announces, and announcing something oneself. */
export type Listening = {
  /** Tells the other processes on this database. On the embedded one there are none. */
  notify: (channel: string, payload: string) => Promise<void>;
  close: () => Promise<void>;
};

export type Listener = {
  channels: readonly string[];
  onNotification: (channel: string, payload: string) => void;
  /** Called when the connection was lost and is there again: something may have been missed. */
  onGap: () => void;
};

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;

/** Listens to PostgreSQL's notifications until it is closed; on a server with a connection of its own. */
export async function listen(db: Db, listener: Listener): Promise<Listening> {
  const { $client } = db as Db & { $client: PGlite | Pool };
  return 'totalCount' in $client ? listenToServer($client, listener) : listenToFolder($client, listener);
}

async function listenToFolder(client: PGlite, { channels, onNotification }: Listener): Promise<Listening> {
  const stops = await Promise.all(
    channels.map((channel) => client.listen(channel, (payload) => onNotification(channel, payload))),
  );
  return {
    notify: async () => {},
    close: async () => {
      if (!client.closed) for (const stop of stops) await stop();
    },
  };
}

async function listenToServer(pool: Pool, { channels, onNotification, onGap }: Listener): Promise<Listening> {
  let client: Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new Client({ ...pool.options, keepAlive: true });
    let gone = false;
    const lost = (): void => {
      if (gone) return;
      gone = true;
      client = null;
      if (!closed) retry(FIRST_RETRY_MS);
    };
    // Without a listener for it a broken connection would end the process.
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ channel, payload }) => onNotification(channel, payload ?? ''));
    try {
      await fresh.connect();
      for (const channel of channels) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
    } catch (cause) {
      gone = true; // Whoever asked for the connection tries again.
      await fresh.end().catch(() => {});
      throw cause;
    }
    if (closed) await fresh.end();
    else client = fresh;
  };
  const retry = (waitMs: number): void => {
    timer = setTimeout(() => {
      connect().then(onGap, () => !closed && retry(Math.min(2 * waitMs, LAST_RETRY_MS)));
    }, waitMs);
    timer.unref();
  };

  await connect();
  return {
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
