import { MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import type { Finding } from '@/lib/formats/validate/Findings';
import type { Severity } from '@/lib/formats/validate/rules';
import { LINTED, type Linted } from '@/lib/formats/validate/sniffFiles';
import { validateFiles } from '@/lib/formats/validate/validateFiles';
import { EXIT_BAD_INPUT, fail, failUsage } from './fail';
import { findingMessage } from './findingMessages';
import { parseCommand, wrongChoice } from './parseCommand';
import { printJson } from './printJson';
import { readInputs } from './readInput';

const HELP = `triptych validate: what known readers would trip over in a file

Usage: npm run -s triptych -- validate FILE... [options]

Looks at TMX, XLIFF, XCES and InterText, TEI, TSV, CSV, Moses, JSON Lines, hunalign ladders, vecalign and bertalign,
and plain texts. Files that belong together are named together, or packed into one zip: links are held against their
texts then, and the files of a Moses pair against each other. - is standard input.

Options:
  --as KIND         ${LINTED.join(', ')} (default: by content and name)
  --fail-on LEVEL   error, warning or note: the least that makes the exit code 1 (default: warning)
  --name FILE       what standard input is called, for its ending
  --json            prints JSON: {"files": [{"name", "as"}], "counts": {"error", "warning", "note"}, "findings":
                    [{"code", "severity", "message", "count", "places": [{"file", "line", "unit"}], "params"}]};
                    at most ten places each, the first ones
  --help            this text

Levels: error, readers refuse or misread the file; warning, some readers trip; note, worth knowing.
Exit code: 0 nothing found, 1 something found or a file that cannot be read, 2 wrong usage.
`;

const OPTIONS = { as: { type: 'string' }, 'fail-on': { type: 'string' }, name: { type: 'string' } } as const;
const LEVELS = ['error', 'warning', 'note'] as const satisfies readonly Severity[];

/** The `validate` command. Answers the exit code. */
export async function validateCommand(args: string[]): Promise<number> {
  const parsed = parseCommand('validate', { args, options: OPTIONS, help: HELP });
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const { as, 'fail-on': failOn = 'warning' } = values;
  const wrong = wrongChoice({ as: [as, LINTED], 'fail-on': [failOn, LEVELS] });
  if (wrong !== null) return failUsage(wrong, 'validate');
  if (!positionals.length) return failUsage('validate needs a file', 'validate');
  const files = await readInputs(positionals, { limitBytes: MAX_ALIGNED_BYTES, stdinName: values.name });
  if (!files.ok) return fail(files.error);
  const done = await validateFiles(files.value, as as Linted | undefined);
  if (!done.ok) return fail(done.error);
  const { findings } = done.value;
  if (values.json) printJson(reportOf(done.value));
  else for (const finding of findings) process.stdout.write(`${lineOf(finding)}\n`);
  const failing = LEVELS.slice(0, LEVELS.indexOf(failOn as Severity) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? EXIT_BAD_INPUT : 0;
}

function reportOf({ files, findings }: { files: { name: string; as: string }[]; findings: Finding[] }) {
  const count = (level: Severity) => findings.filter(({ severity }) => severity === level).length;
  return {
    files,
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    findings: findings.map(({ code, severity, count: times, places, params }) => ({
      ...{ code, severity, message: findingMessage({ code, params }) },
      ...{ count: times, places, params },
    })),
  };
}

/** `corpus.tmx:12: warning tmx.emptySegment: A segment is empty: … (unit 7; 3 times)`, as compilers say it. */
function lineOf(finding: Finding): string {
  const { code, severity, count, places } = finding;
  const [{ file, line, unit }] = places;
  const about = [unit === null ? '' : `unit ${unit}`, count > 1 ? `${count} times` : '']
    .filter(Boolean)
    .join('; ');
  return `${file}${line === null ? '' : `:${line}`}: ${severity} ${code}: ${findingMessage(finding)}${about && ` (${about})`}`;
}
