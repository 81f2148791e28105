import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORT_FORMATS } from '@/lib/formats/formats';
import { READERS } from '@/lib/formats/registry';
import {
  PARAGRAPH_STYLES,
  type ParagraphStyle,
  TEXT_FORMATS,
  type TextDraft,
  type TextFormat,
} from '@/lib/formats/text/TextDraft';
import { splitSentences } from '@/lib/text/splitSentences';
import { fail, failUsage } from './fail';
import { readInput } from './readInput';

export const INSPECT_HELP = `triptych inspect: what an import would make of a file

Usage: npm run -s triptych -- inspect FILE [options]

Reads ${IMPORT_FORMATS.map(({ extensions }) => `.${extensions[0]}`).join(', ')}. Prints JSON: file, bytes, format, encoding, language, title,
numbers of paragraphs and sentences, and warnings, each with how often and in which paragraph first.
Nothing is stored.

Options:
  --format FORMAT        ${TEXT_FORMATS.join(', ')} (default: by content and name)
  --encoding NAME        e.g. utf-8, windows-1258, tcvn3, viscii, windows-1250 (default: detected)
  --lang LANG            language of the text, e.g. vi (default: detected)
  --paragraph-style STYLE  plain text: blankLine or line (default: by the text)
  --texts                also print every paragraph as a list of its sentences
  --json                 accepted for clarity; the output is JSON anyway
  --help                 this text

Exit code: 0 readable, 1 bad input ({"error": {"code", "message", "params"}} on stdout), 2 wrong usage.
`;

const OPTIONS = {
  format: { type: 'string' },
  encoding: { type: 'string' },
  lang: { type: 'string' },
  'paragraph-style': { type: 'string' },
  texts: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The `inspect` command. */
export async function inspectCommand(args: string[]): Promise<number> {
  const parsed = parse(args);
  if (typeof parsed === 'string') return failUsage(parsed, 'inspect');
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(INSPECT_HELP);
    return 0;
  }
  const file = positionals[0];
  if (file === undefined) return failUsage('inspect needs a file', 'inspect');
  if (positionals.length > 1) return failUsage('inspect takes one file', 'inspect');
  const format = values.format as TextFormat | undefined;
  if (format !== undefined && !TEXT_FORMATS.includes(format))
    return failUsage(`--format ${format}`, 'inspect');
  const style = values['paragraph-style'] as ParagraphStyle | undefined;
  if (style !== undefined && !PARAGRAPH_STYLES.includes(style)) {
    return failUsage(`--paragraph-style ${style}`, 'inspect');
  }
  const bytes = await readInput(file);
  if (!bytes.ok) return fail(bytes.error);
  const reader = await READERS[format ?? 'txt']();
  const draft = await reader(bytes.value, {
    fileName: basename(file),
    format,
    encoding: values.encoding,
    lang: values.lang,
    paragraphStyle: style,
  });
  if (!draft.ok) return fail(draft.error);
  const report = describe(basename(file), bytes.value.length, draft.value, values.texts ?? false);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
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

function describe(file: string, bytes: number, draft: TextDraft, withTexts: boolean) {
  const lang = draft.lang ?? 'und';
  const texts = draft.paragraphs.map((paragraph) => cut(paragraph, splitSentences(paragraph, lang)));
  return {
    file,
    bytes,
    format: draft.format,
    encoding: draft.encoding,
    encodingCandidates: draft.encodingCandidates,
    language: draft.lang,
    languageConfidence: draft.langConfidence,
    title: draft.title,
    paragraphStyle: draft.paragraphStyle,
    paragraphs: draft.paragraphs.length,
    sentences: texts.reduce((sum, sentences) => sum + sentences.length, 0),
    characters: draft.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0),
    warnings: draft.warnings,
    ...(withTexts ? { texts } : {}),
  };
}

function cut(paragraph: string, starts: readonly number[]): string[] {
  return starts.map((start, at) => paragraph.slice(start, starts[at + 1]));
}
