import { basename } from 'node:path';
import { ALIGNED_FORMATS, IMPORT_FORMATS } from '@/lib/formats/formats';
import { TEXT_FORMATS } from '@/lib/formats/text/TextDraft';
import { describeAlignedFiles } from './describeAlignedFiles';
import { areBundles, describeBundle } from './describeBundle';
import { describeText } from './describeText';
import { fail, failUsage } from './fail';
import { isAlignedData } from './isAlignedData';
import { parseCommand, wrongChoice } from './parseCommand';
import { printJson } from './printJson';
import { readInputs } from './readInput';
import { TEXT_CHOICES, TEXT_CHOICES_HELP, textChoices } from './textChoices';

const endings = (formats: readonly { extensions: readonly string[] }[]) =>
  formats.map(({ extensions }) => `.${extensions[0]}`).join(', ');

const HELP = `triptych inspect: what an import would make of files

Usage: npm run -s triptych -- inspect FILE... [options]

Texts: ${endings(IMPORT_FORMATS)}.
Aligned data: ${endings(ALIGNED_FORMATS)}; files that belong together are named together. - is standard input.
Bundles of a server: .triptych.
Nothing is stored.

Options:
  --as KIND              text or aligned (default: by content and name)
  --format FORMAT        texts: ${TEXT_FORMATS.join(', ')} (default: by content and name)
  --encoding NAME        e.g. utf-8, windows-1258, tcvn3, viscii, windows-1250 (default: detected)
  --lang LANG            language of the text, e.g. vi (default: detected)
${TEXT_CHOICES_HELP}
  --texts                also print every paragraph as a list of its sentences; of aligned data every unit
  --name FILE            what standard input is called, for its ending
  --json                 accepted for clarity; the output is JSON anyway
  --help                 this text

Prints JSON. A text: {"kind": "text", "file", "bytes", "format", "encoding", "encodingCandidates", "language",
"languageConfidence", "title", "paragraphStyle", "paragraphs", "sentences", "characters", "chapters", "boilerplate", "pieces",
"fontText", "warnings", "first"}. Aligned data:
{"kind": "aligned", "files", "bytes", "format", "encoding", "title", "languages": [{"label", "lang", "detected", "segments",
"characters", "missing", "lengthRatio"}], "reference", "units", "statuses", "warnings", "suspicions": [{"code", "language", "from",
"to", "count", "around"}], "first", "last"}. Several texts: an array. Suspicions are runs of units to look at, from 1: "drift"
(rows that have slipped by "count"), "identical", "repeated", "loneCr", "language". Lengths are compared with the language
numbered "reference". A bundle: {"kind": "bundle", "file", "bytes", "title", "version", "toolVersion", "changedAt", "texts": [{"lang",
"isReference", "fileName", "lengthUtf16", "statuses"}], "olderTexts", "statuses", "openDisputes", "history", "unexplained", "rows", "people"}:
read to its end and checked; "unexplained" beads are not as the history leaves them.
Files with several documents, or with alignments that share a text, also: "documents": [{"number", "title", "units",
"languages", "from", "warnings"}], "apart" (two whose common text differs, and where), "skipped".
Exit code: 0 readable, 1 bad input ({"error": {"code", "message", "params"}} on stdout), 2 wrong usage.
`;

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  ...{ as: TEXT, format: TEXT, encoding: TEXT, lang: TEXT, name: TEXT, ...TEXT_CHOICES },
  texts: { type: 'boolean' },
} as const;

/** The `inspect` command. Answers the exit code. */
export async function inspectCommand(args: string[]): Promise<number> {
  const parsed = parseCommand('inspect', { args, options: OPTIONS, help: HELP });
  if (typeof parsed === 'number') return parsed;
  const { values, positionals } = parsed;
  const { as, encoding, lang, texts = false } = values;
  if (!positionals.length) return failUsage('inspect needs a file', 'inspect');
  const wrong = wrongChoice({
    as: [as, ['text', 'aligned']],
    format: [values.format, TEXT_FORMATS],
  });
  if (wrong !== null) return failUsage(wrong, 'inspect');
  const choices = textChoices(values);
  if (typeof choices === 'string') return failUsage(choices, 'inspect');
  if (as === undefined && areBundles(positionals, values.name)) {
    const bundles = [];
    for (const file of positionals) {
      const described = await describeBundle(file, values.name);
      if (!described.ok) return fail(described.error);
      bundles.push(described.value);
    }
    printJson(bundles.length === 1 ? bundles[0] : bundles);
    return 0;
  }
  const files = await readInputs(positionals, { stdinName: values.name });
  if (!files.ok) return fail(files.error);
  const saysText = values.format !== undefined || Object.values(choices).some((one) => one !== undefined);
  if (as === 'aligned' || (as === undefined && !saysText && isAlignedData(files.value))) {
    const described = await describeAlignedFiles(files.value, { encoding, texts });
    if (!described.ok) return fail(described.error);
    printJson(described.value);
    return 0;
  }
  const reports = [];
  for (const file of files.value) {
    const described = await describeText(file.bytes, {
      fileName: basename(file.name),
      format: TEXT_FORMATS.find((one) => one === values.format),
      ...{ encoding, lang, texts, ...choices },
    });
    if (!described.ok) return fail(described.error);
    reports.push(described.value);
  }
  printJson(reports.length === 1 ? reports[0] : reports);
  return 0;
}
