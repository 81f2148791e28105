import 'server-only';
import type { Format } from '@/lib/formats/Format';
import { formatOf } from '@/lib/formats/formats';
import { err, ok, type Result } from '@/lib/result';
import type { ExportOptions } from './ExportInput';
import type { ExportScope } from './ExportScope';

/** A file of the export: which texts of which documents it has. */
export type ExportFile = {
  name: string;
  title: string;
  /** In the order of the file, source first. */
  langs: string[];
  /** The pair is joined over this language. */
  derivedOver?: string;
  documents: ExportScope['documents'];
  /** Says of each unit which document it is of. */
  namesDocuments: boolean;
};

/** The languages in which each document is aligned, by its id. */
export type AlignedLangs = ReadonlyMap<string, { langs: ReadonlySet<string> }>;

/** Which files an export has: one, or one a pair and one a document where the wishes or the format ask for it. */
export function planFiles(
  { title, referenceLang, targetLangs, documents }: ExportScope,
  aligned: AlignedLangs,
  options: ExportOptions,
): Result<ExportFile[]> {
  const { lang, from = referenceLang } = options;
  const isOverReference = from === referenceLang;
  if (lang === from || (!isOverReference && (lang === 'all' || lang === referenceLang)))
    return err('export.noPair', { from, lang });
  const unknown = [lang, from].find((one) => ![referenceLang, 'all', ...targetLangs].includes(one));
  if (unknown !== undefined) return err('export.noLanguage', { lang: unknown });
  const format: Format = formatOf(options.format);
  const langsOf = (id: string) => aligned.get(id)?.langs ?? new Set<string>();
  const every = [...new Set(documents.flatMap(({ id }) => [...langsOf(id)]))].sort();
  const files: ExportFile[] = [];
  for (const pair of pairsOf(referenceLang, every, format, options)) {
    const isWhole = pair.langs.length > 2;
    const targets = pair.langs.filter((lang) => lang !== referenceLang);
    const having = documents.filter(({ id }) =>
      isWhole
        ? targets.some((lang) => langsOf(id).has(lang))
        : targets.every((lang) => langsOf(id).has(lang)),
    );
    const apart = having.length > 1 && (options.files === 'apart' || !format.holdsDocuments);
    const groups = apart ? having.map((one) => [one]) : having.length ? [having] : [];
    for (const group of groups) {
      const fileTitle = group.length === 1 ? group[0].title : title;
      // Of one document in a selection of several the file says nothing new; but a column that comes and goes would.
      const namesDocuments = documents.length > 1 && !apart;
      files.push({ ...pair, title: fileTitle, name: '', documents: group, namesDocuments });
    }
  }
  if (!files.length) return err('bitext.notAligned');
  const used = new Set<string>();
  for (const file of files) file.name = unique(fileName(file.title, file.langs, format), used);
  return ok(files);
}

function pairsOf(
  reference: string,
  every: readonly string[],
  { pairOnly }: Format,
  { lang, from, pairs }: ExportOptions,
): Pick<ExportFile, 'langs' | 'derivedOver'>[] {
  if (from && from !== reference) return [{ langs: [from, lang], derivedOver: reference }];
  if (lang !== 'all') return [{ langs: [reference, lang] }];
  if (pairs === 'apart' || (pairOnly && every.length > 1))
    return every.map((target) => ({ langs: [reference, target] }));
  return every.length ? [{ langs: [reference, ...every] }] : [];
}

/** What no file system takes becomes a blank. */
export const safeName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120) || 'export';

const fileName = (title: string, langs: readonly string[], { extensions }: Format): string =>
  `${safeName(title)} ${langs.join('-')}.${extensions[0]}`;

/** Names that differ in case alone are the same file to some systems. */
function unique(name: string, used: Set<string>): string {
  let free = name;
  for (let k = 2; used.has(free.toLowerCase()); k++) free = name.replace(/(\.[^ ]*)?$/u, ` ${k}$1`);
  used.add(free.toLowerCase());
  return free;
}
