import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BeadCommand } from '@/lib/bitext/commands';
import { ms, quantile, table } from './measure';
import { startServer } from './startServer';
import { Watchers } from './watchers';

const PORT = 3231;
const BASE = `http://127.0.0.1:${PORT}`;
const SECRET = 'a secret for a bench, of no use to anyone';
const BEADS = 50_000;
const EDITORS = 20;
/** Of one command; editors think this long on average before the next one. */
const THINK_MS = 2000;
/** Commands of a phase that do not count: the server is still warming up. */
const WARM_UP_SHARE = 0.1;

type Seeded = {
  documentId: string;
  beads: { bitextId: string; ids: string[] }[];
  editors: { id: string; cookie: string }[];
};

/** Many people at work in one large document on the embedded database: how long their commands take, there and back. */
export async function benchEditors(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'triptych-bench-'));
  try {
    const seeded = await seed(data);
    const stop = await startServer({ port: PORT, env: { TRIPTYCH_DATA: data, AUTH_SECRET: SECRET } });
    try {
      const watchers = new Watchers();
      await watchers.open(`${BASE}/api/documents/${seeded.documentId}/live`, seeded.editors);
      const phases: [string, Load][] = [
        ['1 editor, no pause', { editors: 1, pauseMs: 0, seconds: 10 }],
        [`${EDITORS} editors, a command every 2 s`, { editors: EDITORS, pauseMs: THINK_MS, seconds: 40 }],
        [`${EDITORS} editors, no pause`, { editors: EDITORS, pauseMs: 0, seconds: 15 }],
      ];
      const rows: [string, string][] = [];
      for (const [round, [name, load]] of phases.entries()) {
        const measured = await work(seeded, load, round, watchers);
        rows.push([name, summary(measured)], ['  until the others see it', figures(watchers.take())]);
      }
      watchers.close();
      table(
        `Commands over HTTP, ${EDITORS} people watching, ${BEADS.toLocaleString('en')} beads in each of 2 translations, embedded database`,
        rows,
      );
    } finally {
      await stop();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The document and its editors, written by a process of its own that then lets go of the folder. */
async function seed(data: string): Promise<Seeded> {
  // react-server: outside of it, `server-only` throws.
  const args = ['--conditions', 'react-server', '--import', 'tsx', 'tests/bench/scripts/seedEditors.ts'];
  const child = spawn(process.execPath, [...args, String(BEADS), String(EDITORS)], {
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

type Load = { editors: number; pauseMs: number; seconds: number };
type Measured = { times: number[]; refused: number; seconds: number };

async function work(seeded: Seeded, load: Load, round: number, watchers: Watchers): Promise<Measured> {
  const end = performance.now() + load.seconds * 1000;
  const measured: Measured = { times: [], refused: 0, seconds: load.seconds };
  const editors = Array.from({ length: load.editors }, (_, k) => k);
  await Promise.all(
    editors.map((editor) => editorAtWork(seeded, { editor, round, end, ...load }, measured, watchers)),
  );
  return measured;
}

/** Goes down a stretch of the document that is its own: confirms, now and then joins, comments, or takes back. */
async function editorAtWork(
  { documentId, beads, editors }: Seeded,
  { editor, round, pauseMs, end }: { editor: number; round: number; pauseMs: number; end: number },
  measured: Measured,
  watchers: Watchers,
): Promise<void> {
  const { bitextId, ids } = beads[editor % 2]!;
  const { cookie } = editors[editor]!;
  const clientId = randomUUID();
  const revisions = new Map<string, number>();
  let at = 100 + 2400 * Math.floor(editor / 2) * 2 + 1500 * round;
  if (pauseMs) await pause(Math.random() * pauseMs);
  for (let turn = 0; performance.now() < end; turn++) {
    const [previous, bead] = [ids[at]!, ids[at + 1]!];
    const path = `/api/documents/${documentId}`;
    // With every step through the grid, and nobody waits for it.
    if (pauseMs) void post(`${path}/presence`, cookie, { clientId, bitextId, beadId: bead });
    const editId = randomUUID();
    const seen = { [previous]: revisions.get(previous) ?? 1, [bead]: revisions.get(bead) ?? 1 };
    const start = performance.now();
    watchers.left(editId);
    const answer =
      turn % 10 === 9
        ? await post(`${path}/edits/take-back`, cookie, { direction: 'undo' })
        : await post(`${path}/edits`, cookie, { editId, seen, commands: [commandOf(turn, bead)] });
    measured.times.push(performance.now() - start);
    if (answer.error) measured.refused++;
    for (const { after } of answer.value?.change.beads ?? [])
      if (after) revisions.set(after.id, after.revision);
    at += turn % 10 === 8 ? 2 : 1;
    if (pauseMs) await pause(pauseMs * (0.5 + Math.random()));
  }
}

function commandOf(turn: number, bead: string): BeadCommand {
  if (turn % 10 === 8) return { type: 'join', bead };
  if (turn % 10 === 4) return { type: 'comment', bead, id: randomUUID(), body: 'Is this right?' };
  return { type: 'confirm', bead };
}

type Answer = {
  value?: { change: { beads: { after: { id: string; revision: number } | null }[] } };
  error?: { code: string };
};

async function post(path: string, cookie: string, body: object): Promise<Answer> {
  const answer = await fetch(BASE + path, {
    method: 'POST',
    headers: { origin: BASE, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json() as Promise<Answer>;
}

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

const summary = ({ times, refused, seconds }: Measured): string =>
  `${figures(times)} (${(times.length / seconds).toFixed(1)} commands/s, ${refused} refused)`;

function figures(times: readonly number[]): string {
  const counted = times.slice(Math.floor(times.length * WARM_UP_SHARE));
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(quantile(counted, share)));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}
