import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { align, ladderBeads } from '@/lib/align';

const HELP = `triptych align: set translations against their source

  align --tasks tasks.json --out pred.json
      tasks.json is one task or an array of {id, lang, source: [strings], target: [strings]};
      pred.json gets an array of {id, beads: [[[source indexes], [target indexes], confidence], ...]}.

  align --source en.txt --target vi.txt --out out.tmx
      aligns two files; the ending of --out chooses the format (.tmx, .tsv, .json).

Options
  --source-lang LANG   language of the source (default en)
  --target-lang LANG   language of the target (default: as detected)
  --help               this text
`;

type Task = { id?: string; lang?: string; sourceLang?: string; source: string[]; target: string[] };

/** The \`align\` command. Exit code: 0 done, 1 bad input, 2 wrong usage. */
export async function alignCommand(args: string[]): Promise<number> {
  const options = {
    tasks: { type: 'string' },
    source: { type: 'string' },
    target: { type: 'string' },
    out: { type: 'string' },
    'source-lang': { type: 'string', default: 'en' },
    'target-lang': { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    values = parseArgs({ args, options }).values;
  } catch (error) {
    return usage((error as Error).message);
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!values.out) return usage('--out is missing');
  if (values.tasks) return alignTasks(values.tasks, values.out, values['source-lang']);
  return usage('--tasks, or --source and --target, are missing');
}

function usage(message: string): number {
  process.stderr.write(`cli.usage: ${message}\n\n${HELP}`);
  return 2;
}

function fail(code: string, message: string): number {
  process.stderr.write(`${code}: ${message}\n`);
  return 1;
}

function alignTasks(file: string, out: string, sourceLang: string): number {
  let tasks: Task[];
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    tasks = (Array.isArray(read) ? read : [read]) as Task[];
  } catch (error) {
    return fail('tasks.unreadable', `${file}: ${(error as Error).message}`);
  }
  const bad = tasks.findIndex((task) => !isTask(task));
  if (bad >= 0)
    return fail('tasks.invalid', `${file}: task ${bad} needs lang, source and target as lists of strings`);
  const done = tasks.map((task) => {
    const { ladder, confidence } = align({
      source: { lang: task.sourceLang ?? sourceLang, segments: task.source },
      target: { lang: task.lang ?? 'und', segments: task.target },
    });
    return {
      id: task.id,
      beads: ladderBeads(ladder).map(([s, t], k) => [s, t, Number(confidence[k].toFixed(4))]),
    };
  });
  try {
    writeFileSync(out, `${JSON.stringify(done)}\n`);
  } catch (error) {
    return fail('out.unwritable', `${out}: ${(error as Error).message}`);
  }
  return 0;
}

function isTask(task: unknown): task is Task {
  const texts = (x: unknown) => Array.isArray(x) && x.every((y) => typeof y === 'string');
  return (
    typeof task === 'object' && task !== null && texts((task as Task).source) && texts((task as Task).target)
  );
}
