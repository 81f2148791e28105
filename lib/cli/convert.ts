import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type AlignedFile, MAX_ALIGNED_BYTES } from '@/lib/formats/aligned/AlignedDocument';
import { readAligned } from '@/lib/formats/aligned/readAligned';
import { toUnits } from '@/lib/formats/aligned/toUnits';
import { ALIGNED_FORMATS, EXPORT_FORMATS, findFormat, formatOfFile } from '@/lib/formats/formats';
import { emptyReport } from '@/lib/formats/WriteReport';
import { writeAlignment } from '@/lib/formats/writeAlignment';
import { err } from '@/lib/result';
import packageJson from '@/package.json';
import { fail, failUsage } from './fail';
import { readInput } from './readInput';
import { writeFileWhole } from './writeFileWhole';

const names = (formats: readonly { id: string }[]) => formats.map(({ id }) => id).join(', ');

const HELP = `triptych convert: aligned texts from one format to another

Usage: npm run -s triptych -- convert FILE... --out FILE [--to FORMAT]

Reads ${names(ALIGNED_FORMATS)}.
Files that belong together are named together: an alignment with its texts, a Moses pair; or one zip.
Writes ${names(EXPORT_FORMATS)}.

Options:
  --out FILE        what to write; its ending chooses the format unless --to does
  --to FORMAT       one of those above
  --nulls HOW       keep or leaveOut what has no counterpart (default: as the format usually has it)
  --header YES|NO   tables: is the first row a header (default: as detected)
  --encoding NAME   of the files that are read (default: detected)
  --region          language tags with region, e.g. vi-VN
  --json            accepted for clarity; the output is JSON anyway
  --help            this text

Prints JSON: format, encoding, languages, units, what was left out, warnings.
Exit code: 0 done, 1 bad input ({"error": {"code", "message", "params"}} on stdout), 2 wrong usage.
`;

const OPTIONS = {
  out: { type: 'string' },
  to: { type: 'string' },
  nulls: { type: 'string' },
  header: { type: 'string' },
  encoding: { type: 'string' },
  region: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The `convert` command. Answers the exit code. */
export async function convertCommand(args: string[]): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === 'string') return failUsage(parsed, 'convert');
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { out, nulls, encoding } = values;
  const header = values.header?.toLowerCase();
  if (!positionals.length) return failUsage('convert needs a file', 'convert');
  if (out === undefined) return failUsage('--out is missing', 'convert');
  if (nulls !== undefined && nulls !== 'keep' && nulls !== 'leaveOut')
    return failUsage(`--nulls ${nulls}`, 'convert');
  if (header !== undefined && header !== 'yes' && header !== 'no')
    return failUsage(`--header ${values.header}`, 'convert');
  const format = values.to === undefined ? formatOfFile(out) : findFormat(values.to);
  if (!format?.writes) return fail(err('export.unknownFormat', { format: values.to ?? basename(out) }).error);
  const files: AlignedFile[] = [];
  for (const file of positionals) {
    const bytes = await readInput(file, MAX_ALIGNED_BYTES);
    if (!bytes.ok) return fail(bytes.error);
    files.push({ name: file, bytes: bytes.value });
  }
  const read = await readAligned(files, {
    encoding,
    table: { header: header === undefined ? undefined : header === 'yes' },
  });
  if (!read.ok) return fail(read.error);
  const { head, units } = toUnits(read.value);
  const report = emptyReport(head.langs);
  // The same bytes for the same input: a conversion has no revision, and so no time.
  const about = { ...head, createdAt: new Date(0), toolVersion: packageJson.version };
  const chunks = await writeAlignment(about, units, format.id, {
    properties: true,
    languageTags: values.region ? 'region' : 'plain',
    report,
    ...(nulls === undefined ? {} : { nulls }),
  });
  if (!chunks.ok) return fail(chunks.error);
  const written = await writeFileWhole(out, chunks.value);
  if (!written.ok) return fail(written.error);
  const { languages, warnings } = read.value;
  const said = {
    from: read.value.format,
    encoding: read.value.encoding,
    to: format.id,
    languages,
    ...report,
    warnings,
  };
  process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
  return 0;
}

/** The arguments, or what is wrong with them. */
function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
}
