import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './startServer';

const SECRET = 'a secret for a bench, of no use to anyone';

export type SeededBeads = {
  bitextId: string;
  ids: string[];
  /** One letter a bead: `n` a null bead, `l` a locked one, `.` any other. */
  shapes: string;
};
export type SeededPerson = { id: string; cookie: string };
export type Seeded = {
  projectId: string;
  documentId: string;
  beads: SeededBeads[];
  owner: SeededPerson;
  editors: SeededPerson[];
};

export type LargeDocument = {
  seeded: Seeded;
  /** Starts the production build on a copy of the data; on a server's database itself. @returns how to stop it and drop the copy. */
  serve: (
    port: number,
    env?: Record<string, string>,
  ) => Promise<{ base: string; pid: number; stop: () => Promise<void> }>;
  /** Which database it lies in, for the heading of a table. */
  engine: string;
  drop: () => void;
};

/**
 * A document of so many beads in each of two translations, its owner and its editors, stored directly by a process
 * of its own that then lets go of the folder. Made once; every measurement gets a fresh copy.
 *
 * @param databaseUrl an empty PostgreSQL database to make it in; embedded when not said.
 */
export async function largeDocument(
  beads: number,
  editors: number,
  databaseUrl = '',
): Promise<LargeDocument> {
  const data = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const seeded = await seed(data, beads, editors, databaseUrl);
  return {
    seeded,
    engine: databaseUrl ? 'PostgreSQL' : 'embedded database',
    serve: async (port, env = {}) => {
      const copy = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
      cpSync(data, copy, { recursive: true });
      const { pid, stop } = await startServer({
        port,
        env: { TRIPTYCH_DATA: copy, AUTH_SECRET: SECRET, DATABASE_URL: databaseUrl, ...env },
      });
      return {
        base: `http://127.0.0.1:${port}`,
        pid,
        stop: async () => {
          await stop();
          rmSync(copy, { recursive: true, force: true });
        },
      };
    },
    drop: () => rmSync(data, { recursive: true, force: true }),
  };
}

async function seed(data: string, beads: number, editors: number, databaseUrl: string): Promise<Seeded> {
  // react-server: outside of it, `server-only` throws.
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'tests/bench/scripts/seedLarge.ts'];
  const child = spawn(process.execPath, [...args, String(beads), String(editors)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TRIPTYCH_DATA: data,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: SECRET,
      NODE_ENV: 'production',
    },
  });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}
