import { basename } from 'node:path';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { ALIGNED_FORMATS, EXPORT_FORMATS, findFormat, formatOfFile } from '@/lib/formats/formats';
import { err } from '@/lib/result';
import { convertFiles } from './convertFiles';
import { fail, failUsage } from './fail';
import { parseCommand, wrongChoice } from './parseCommand';
import { printJson } from './printJson';
import { MANY_TO_MANY, ORDERS } from './selectUnits';
import { TEXT_CHOICES, TEXT_CHOICES_HELP, textChoices } from './textChoices';
import { STDIO } from './writeStdout';

const names = (formats: readonly { id: string }[]) => formats.map(({ id }) => id).join(', ');

const HELP = `triptych convert: aligned texts from one format to another

Usage: npm run -s triptych -- convert FILE... --out FILE [--to FORMAT]
       npm run -s triptych -- convert SOURCE TARGET --align --out FILE

Reads ${names(ALIGNED_FORMATS)}.
Files that belong together are named together: an alignment with its texts, a Moses pair; or one zip. - is standard input.
Writes ${names(EXPORT_FORMATS)}.

What is written:
  --out FILE             what to write; its ending chooses the format unless --to does; - is standard output
                         (with --to, and the report on stderr)
  --to FORMAT            one of those above
  --langs LIST           languages by commas, the first as reference (default: all, as in the file)
  --pairs HOW            together, or apart: a file a language with the reference, out.en-vi.tmx (default: together)
  --statuses LIST        ${BEAD_STATUSES.join(', ')} (default: all)
  --nulls HOW            keep or leaveOut what has no counterpart (default: as the format usually has it;
                         what that leaves out is said on stderr and in "warnings")
  --many-to-many HOW     join, mark (with " ~~~ ") or leaveOut several segments on a side (default: join)
  --order HOW            text, or confidence: the least sure first (default: text)
  --language-tags HOW    plain or region, e.g. vi or vi-VN (default: plain; --region is the same as region)
  --properties YES|NO    also status, confidence and reason (default: yes)
  --ids YES|NO           ids, where the format does without (default: yes)

How it is read:
  --align                the two files are texts that nobody has aligned: align them first
  --encoding NAME        of the files that are read (default: detected)
  --header YES|NO        tables: is the first row a header (default: detected)
  --delimiter CHARACTER  tables (default: detected)
  --alignment NUMBER     which of several sheets or alignments, from 1
  --source-lang, --target-lang LANG   with --align (default: detected)

How the texts are read, with --align:
${TEXT_CHOICES_HELP}

  --name FILE            what standard input is called, for its ending

  --json                 accepted for clarity; the output is JSON anyway
  --help                 this text

Prints JSON: {"from", "encoding", "to", "files", "languages", "units", "leftOut", "perStatus", "perLang",
"replacedCharacters", "flattenedBreaks", "guardedCells", "warnings"}; an array of them with --pairs apart.
Exit code: 0 done, 1 bad input ({"error": {"code", "message", "params"}} on stdout), 2 wrong usage.
`;

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  ...{
    out: TEXT,
    to: TEXT,
    langs: TEXT,
    pairs: TEXT,
    statuses: TEXT,
    nulls: TEXT,
    'many-to-many': TEXT,
    order: TEXT,
  },
  ...{
    'language-tags': TEXT,
    region: FLAG,
    properties: TEXT,
    ids: TEXT,
    align: FLAG,
    encoding: TEXT,
    header: TEXT,
  },
  ...{ delimiter: TEXT, alignment: TEXT, 'source-lang': TEXT, 'target-lang': TEXT, name: TEXT },
  ...TEXT_CHOICES,
} as const;

const YES_NO = ['yes', 'no'];
const list = (value: string | undefined) =>
  value
    ?.split(',')
    .map((one) => one.trim())
    .filter(Boolean);
const isOneOf = <T extends string>(value: string | undefined, of: readonly T[]): T | undefined =>
  of.find((one) => one === value);

/** The `convert` command. Answers the exit code. */
export async function convertCommand(args: string[]): Promise<number> {
  const parsed = parseCommand('convert', { args, options: OPTIONS, help: HELP });
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const { out, nulls, pairs, order } = values;
  const [header, properties, ids] = [values.header, values.properties, values.ids].map((one) =>
    one?.toLowerCase(),
  );
  const tags = values.region ? 'region' : values['language-tags'];
  const statuses = list(values.statuses);
  const alignment = values.alignment === undefined ? undefined : Number(values.alignment);
  if (!positionals.length) return failUsage('convert needs a file', 'convert');
  if (out === undefined) return failUsage('--out is missing', 'convert');
  if (values.align && positionals.length !== 2) return failUsage('--align takes two texts', 'convert');
  if (alignment !== undefined && !(Number.isInteger(alignment) && alignment > 0))
    return failUsage(`--alignment ${values.alignment}`, 'convert');
  const wrong = wrongChoice({
    nulls: [nulls, ['keep', 'leaveOut']],
    pairs: [pairs, ['together', 'apart']],
    order: [order, ORDERS],
    'many-to-many': [values['many-to-many'], MANY_TO_MANY],
    'language-tags': [tags, ['plain', 'region']],
    header: [header, YES_NO],
    properties: [properties, YES_NO],
    ids: [ids, YES_NO],
    statuses: [statuses?.find((one) => !isOneOf(one, BEAD_STATUSES)), BEAD_STATUSES],
  });
  if (wrong !== null) return failUsage(wrong, 'convert');
  const texts = textChoices(values);
  if (typeof texts === 'string') return failUsage(texts, 'convert');
  const needless = Object.keys(TEXT_CHOICES).find((option) => option in values);
  if (needless && !values.align) return failUsage(`--${needless} goes with --align`, 'convert');
  const format = values.to === undefined ? formatOfFile(out) : findFormat(values.to);
  if (out === STDIO && values.to === undefined) return failUsage('--out - needs --to', 'convert');
  if (out === STDIO && pairs === 'apart')
    return failUsage('--pairs apart writes several files, and --out - is one', 'convert');
  if (!format?.writes) return fail(err('export.unknownFormat', { format: values.to ?? basename(out) }).error);
  const done = await convertFiles(positionals, {
    ...{ out, format, stdinName: values.name, align: values.align, langs: list(values.langs) },
    texts,
    ...{ sourceLang: values['source-lang'], targetLang: values['target-lang'] },
    read: {
      encoding: values.encoding,
      alignment: alignment === undefined ? undefined : alignment - 1,
      table: { header: header === undefined ? undefined : header === 'yes', delimiter: values.delimiter },
    },
    pairsApart: pairs === 'apart',
    statuses: statuses?.flatMap((one) => isOneOf(one, BEAD_STATUSES) ?? []),
    manyToMany: isOneOf(values['many-to-many'], MANY_TO_MANY) ?? 'join',
    order: isOneOf(order, ORDERS) ?? 'text',
    write: {
      nulls: isOneOf(nulls, ['keep', 'leaveOut'] as const),
      languageTags: isOneOf(tags, ['plain', 'region'] as const) ?? 'plain',
      properties: properties !== 'no',
      ids: ids !== 'no',
    },
  });
  if (!done.ok) return fail(done.error);
  for (const { file, to, warnings } of done.value)
    for (const { code, params } of warnings)
      if (code === 'nullsLeftOut')
        process.stderr.write(
          `triptych: ${file}: left out without being asked: ${params.count} without counterpart, as ${to} usually has it. --nulls keep writes them too.\n`,
        );
  printJson(pairs === 'apart' ? done.value : done.value[0], out === STDIO ? process.stderr : process.stdout);
  return 0;
}
