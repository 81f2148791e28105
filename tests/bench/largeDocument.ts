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
  /** The data itself; whoever opens it must be alone. */
  folder: string;
  /** Starts the production build on a copy of the data. @returns how to stop it and drop the copy. */
  serve: (port: number) => Promise<{ base: string; pid: number; stop: () => Promise<void> }>;
  drop: () => void;
};

/**
 * A document of so many beads in each of two translations, its owner and its editors, stored directly by a process
 * of its own that then lets go of the folder. Made once; every measurement gets a fresh copy.
 */
export async function largeDocument(beads: number, editors: number): Promise<LargeDocument> {
  const data = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  const seeded = await seed(data, beads, editors);
  return {
    seeded,
    folder: data,
    serve: async (port) => {
      const copy = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
      cpSync(data, copy, { recursive: true });
      const { pid, stop } = await startServer({
        port,
        env: { TRIPTYCH_DATA: copy, AUTH_SECRET: SECRET, DATABASE_URL: '' },
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

async function seed(data: string, beads: number, editors: number): Promise<Seeded> {
  // react-server: outside of it, `server-only` throws.
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'tests/bench/scripts/seedLarge.ts'];
  const child = spawn(process.execPath, [...args, String(beads), String(editors)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TRIPTYCH_DATA: data,
      DATABASE_URL: '',
      AUTH_SECRET: SECRET,
      NODE_ENV: 'production',
    },
  });
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString());
}
