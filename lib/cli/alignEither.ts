import { parseArgs } from 'node:util';
import { alignCommand } from './align';
import { alignFilesCommand } from './alignFiles';
import { failUsage } from './fail';

const OPTIONS = {
  source: { type: 'string' },
  target: { type: 'string' },
  out: { type: 'string' },
  'source-lang': { type: 'string' },
  'target-lang': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The `align` command in both its shapes: two files that a person names, or a file of tasks for programs. */
export async function alignEither(args: string[]): Promise<number> {
  const named = (option: string) => args.some((arg) => arg === option || arg.startsWith(`${option}=`));
  if (named('--help') || named('-h')) return alignCommand(['--help']);
  if (named('--tasks')) return alignCommand(args);
  let values: ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];
  try {
    values = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    return failUsage((error as Error).message, 'align');
  }
  const { source, target, out } = values;
  if (!source || !target) return failUsage('align needs --tasks, or --source and --target', 'align');
  if (!out) return failUsage('align needs --out', 'align');
  return alignFilesCommand({
    source,
    target,
    out,
    sourceLang: values['source-lang'],
    targetLang: values['target-lang'],
  });
}
