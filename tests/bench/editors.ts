import { randomUUID } from 'node:crypto';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { LargeDocument, Seeded } from './largeDocument';
import { type Measured, ms, quantile, tableWithAims } from './measure';
import { Watchers } from './watchers';

const PORT = 3231;
const BASE = `http://127.0.0.1:${PORT}`;
const EDITORS = 20;
/** Of one command; editors think this long on average before the next one. */
const THINK_MS = 2000;
/** Commands of a phase that do not count: the server is still warming up. */
const WARM_UP_SHARE = 0.1;
const AIM_MS = 150;
/** Until the others see what somebody has done. */
const LIVE_AIM_MS = 1000;

/** Many people at work in one large document on the embedded database: how long their commands take, there and back. */
export async function benchEditors(large: LargeDocument): Promise<void> {
  const { seeded } = large;
  const server = await large.serve(PORT);
  try {
    const watchers = new Watchers();
    await watchers.open(`${BASE}/api/documents/${seeded.documentId}/live`, seeded.editors.slice(0, EDITORS));
    const phases: [string, Load][] = [
      ['1 editor, no pause', { editors: 1, pauseMs: 0, seconds: 10 }],
      [`${EDITORS} editors, a command every 2 s`, { editors: EDITORS, pauseMs: THINK_MS, seconds: 40 }],
      [`${EDITORS} editors, no pause`, { editors: EDITORS, pauseMs: 0, seconds: 15 }],
    ];
    const rows: Measured[] = [];
    for (const [round, [name, load]] of phases.entries()) {
      const done = await work(seeded, load, round, watchers);
      const isAimed = load.pauseMs > 0;
      rows.push({
        ...{ name, value: summary(done) },
        ...(isAimed && { aim: `p95 < ${AIM_MS} ms`, isMet: p95(done.times) < AIM_MS }),
      });
      const seen = watchers.take();
      rows.push({
        ...{ name: '  until the others see it', value: figures(seen) },
        ...(isAimed && { aim: `p95 < ${LIVE_AIM_MS} ms`, isMet: p95(seen) < LIVE_AIM_MS }),
      });
    }
    watchers.close();
    tableWithAims(
      `Commands over HTTP, ${EDITORS} people watching, some ${seeded.beads[0]!.ids.length.toLocaleString('en')} beads in each of 2 translations, embedded database`,
      rows,
    );
  } finally {
    await server.stop();
  }
}

type Load = { editors: number; pauseMs: number; seconds: number };
type Done = { times: number[]; refused: number; seconds: number };

async function work(seeded: Seeded, load: Load, round: number, watchers: Watchers): Promise<Done> {
  const end = performance.now() + load.seconds * 1000;
  const measured: Done = { times: [], refused: 0, seconds: load.seconds };
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
  measured: Done,
  watchers: Watchers,
): Promise<void> {
  const { bitextId, ids, shapes } = beads[editor % 2]!;
  const { cookie } = editors[editor]!;
  const clientId = randomUUID();
  const revisions = new Map<string, number>();
  let at = 100 + 2400 * Math.floor(editor / 2) * 2 + 1500 * round;
  if (pauseMs) await pause(Math.random() * pauseMs);
  for (let turn = 0; performance.now() < end; turn++) {
    // A null bead asks for its reason: that is another story.
    while (shapes[at] !== '.' || shapes[at + 1] !== '.') at++;
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

const summary = ({ times, refused, seconds }: Done): string =>
  `${figures(times)} (${(times.length / seconds).toFixed(1)} commands/s, ${refused} refused)`;

const counted = (times: readonly number[]): readonly number[] =>
  times.slice(Math.floor(times.length * WARM_UP_SHARE));

const p95 = (times: readonly number[]): number => quantile(counted(times), 0.95);

function figures(times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => ms(quantile(counted(times), share)));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}
