import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { align, ladderBeads } from '@/lib/align';
import { err, ok, type Result } from '@/lib/result';
import { alignFilesCommand } from './alignFiles';
import { fail, failUsage } from './fail';
import { readInput, reasonOf } from './readInput';

const HELP = `triptych align: set translations against their source

  align --source en.txt --target vi.txt --out out.tmx
      aligns two files; the ending of --out chooses the format (.tmx, .tsv, .json).

  align --tasks tasks.json --out pred.json
      tasks.json is one task or an array of {id, lang, source: [strings], target: [strings]};
      pred.json gets an array of {id, beads: [[[source indexes], [target indexes], confidence], ...]}.

Options:
  --source-lang LANG   language of the source (default: as detected; of tasks: en)
  --target-lang LANG   language of the target (default: as detected; of tasks: their lang)
  --help               this text
`;

const OPTIONS = {
  tasks: { type: 'string' },
  source: { type: 'string' },
  target: { type: 'string' },
  out: { type: 'string' },
  'source-lang': { type: 'string' },
  'target-lang': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Task = { id?: unknown; lang?: string; source: string[]; target: string[] };

/** The `align` command. Answers the exit code: 0 done, 1 bad input, 2 wrong usage. */
export async function alignCommand(args: string[]): Promise<number> {
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
  try {
    values = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    return failUsage((error as Error).message, 'align');
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { tasks, source, target, out } = values;
  const [sourceLang, targetLang] = [values['source-lang'], values['target-lang']];
  if (out === undefined) return failUsage('--out is missing', 'align');
  if (tasks !== undefined) {
    if (source !== undefined || target !== undefined)
      return failUsage('--tasks goes without --source and --target', 'align');
    const done = await alignTasks(tasks, out, sourceLang ?? 'en', targetLang);
    return done.ok ? 0 : fail(done.error);
  }
  if (source === undefined || target === undefined)
    return failUsage('--source and --target, or --tasks, are missing', 'align');
  return alignFilesCommand({ source, target, out, sourceLang, targetLang });
}

/** Aligns every task of a file, one after the other in this process, and writes all predictions at once. */
async function alignTasks(
  file: string,
  out: string,
  sourceLang: string,
  targetLang?: string,
): Promise<Result<null>> {
  const bytes = await readInput(file, Number.MAX_SAFE_INTEGER);
  if (!bytes.ok) return bytes;
  const tasks = readTasks(bytes.value);
  const bad = tasks ? tasks.findIndex((task) => !isTask(task)) : 0;
  if (!tasks || bad >= 0) return err('cli.badTasks', { file, task: bad + 1 });
  const done = (tasks as Task[]).map((task) => {
    const { ladder, confidence } = align({
      source: { lang: sourceLang, segments: task.source },
      target: { lang: targetLang ?? task.lang ?? 'und', segments: task.target },
    });
    const beads = ladderBeads(ladder).map(([s, t], k) => [s, t, Number(confidence[k].toFixed(4))]);
    return { id: task.id, beads };
  });
  try {
    await writeFile(out, `${JSON.stringify(done)}\n`);
    return ok(null);
  } catch (error) {
    return err('cli.cannotWrite', { file: out, reason: reasonOf(error) });
  }
}

function readTasks(bytes: Uint8Array): unknown[] | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(read) ? read : [read];
  } catch {
    return null; // neither UTF-8 nor JSON: the caller names the file
  }
}

function isTask(task: unknown): task is Task {
  const texts = (x: unknown) => Array.isArray(x) && x.every((y) => typeof y === 'string');
  if (typeof task !== 'object' || task === null) return false;
  const { source, target, lang } = task as Task;
  return texts(source) && texts(target) && (lang === undefined || typeof lang === 'string');
}
