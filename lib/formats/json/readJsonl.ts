import { err, type Result } from '@/lib/result';
import { type AlignedDocument, AlignedRefusal } from '../aligned/AlignedDocument';
import { AlignedDraft, type DraftLink, isKnownLanguage, type Said, whole } from '../aligned/AlignedDraft';
import { languageNamed } from '../aligned/languageNamed';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';
import { linesOf } from '../lines/linesOf';
import { jsonItems } from './jsonItems';

type Row = Record<string, unknown>;

/** Fields that hold a text without being named after a language, and those that tell theirs (Weblate's memory). */
const TEXT_FIELDS = /^(?:source|target|src|tgt|trg)(?:_text)?$/u;
const LANGUAGE_FIELDS: Record<'s' | 't', readonly string[]> = {
  s: ['source_language', 'source_lang', 'src_lang'],
  t: ['target_language', 'target_lang', 'tgt_lang', 'trg_lang'],
};

/**
 * JSON Lines, one unit a line: as we write them (`texts`), as Hugging Face has them (`translation`), or flat with a
 * language a field. Also one JSON document of ours, or an array of such units.
 */
export async function readJsonl(source: ReadSource): Promise<Result<AlignedDocument>> {
  const { name, encoding, head } = source;
  const start = head.slice(0, 500).trimStart();
  if (start.startsWith('[') || /^\{\s*"format"\s*:\s*"triptych-alignment"/u.test(start))
    return readDocument(source);
  const draft = new AlignedDraft();
  let line = 0;
  let format = 'jsonl';
  for (const content of linesOf(source)) {
    line++;
    if (content.trim() === '') continue;
    const row = parsed(content);
    if (row === undefined) return err('import.brokenLine', { file: name, line, reason: 'json' });
    if (isRow(row) && isRow(row.translation)) format = 'hf';
    addRow(draft, row, line, name);
  }
  return draft.finish(format, encoding);
}

/** A file that is one JSON value: ours, or a list of units. */
async function readDocument(source: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const file = source.name;
  const items = jsonItems(source.slices());
  let number = 0;
  for (;;) {
    const next = items.next();
    if (next.done) {
      if (!next.value) return err('import.brokenLine', { file, line: number + 1, reason: 'item' });
      return draft.finish('json', source.encoding);
    }
    if ('head' in next.value) {
      const about = parsed(next.value.head);
      if (isRow(about) && typeof about.title === 'string') draft.title = about.title || null;
    } else {
      number++;
      const row = parsed(next.value.item);
      if (row === undefined) return err('import.brokenLine', { file, line: number, reason: 'item' });
      addRow(draft, row, number, file);
    }
  }
}

/** undefined: no JSON, which no value of JSON is. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // The caller says where; the exception counts characters.
  }
}

function addRow(draft: AlignedDraft, row: unknown, line: number, file: string): void {
  const texts = isRow(row) ? textsOf(draft, row) : null;
  if (!isRow(row) || !texts?.size)
    throw new AlignedRefusal(err('import.brokenLine', { file, line, reason: 'unit' }));
  const { id, status, confidence, reason, document } = row;
  if (typeof document === 'string' && document.trim()) draft.inDocument(document);
  const about = { id: typeof id === 'string' || typeof id === 'number' ? String(id) : null };
  draft.add(texts, { ...about, ...saidOf({ status, confidence, reason }) }, linksOf(draft, row, texts));
}

const saidOf = ({ status, confidence, reason }: Row): Said => ({
  status: typeof status === 'string' ? status : null,
  confidence: typeof confidence === 'number' ? confidence : null,
  reason: typeof reason === 'string' ? reason : null,
});

/** What our own files say of each translation for itself, where the translations of a unit do not agree. */
function linksOf(draft: AlignedDraft, { texts: rows }: Row, texts: ReadonlyMap<number, readonly UnitPart[]>) {
  if (!Array.isArray(rows) || !rows.every(isRow)) return undefined;
  if (!rows.some((one) => 'status' in one || Array.isArray(one.beads))) return undefined;
  const [pivot, ...others] = rows.map((one) =>
    typeof one.lang === 'string' ? draft.language(one.lang) : -1,
  );
  const of = new Map<number, DraftLink[]>();
  for (const [k, at] of others.entries()) {
    const row = rows[k + 1];
    const whole = { i0: 0, i1: texts.get(pivot)?.length ?? 0, j0: 0, j1: texts.get(at)?.length ?? 0 };
    const beads = Array.isArray(row.beads) ? tiling(row.beads, whole) : null;
    if (beads) of.set(at, beads);
    else if ('status' in row) of.set(at, [{ ...whole, said: saidOf(row) }]);
  }
  return { pivot, of };
}

/** Beads that follow one another from end to end; null when these do not. */
function tiling(beads: readonly unknown[], { i1, j1 }: { i1: number; j1: number }): DraftLink[] | null {
  const links: DraftLink[] = [];
  let [i, j] = [0, 0];
  for (const bead of beads) {
    if (!isRow(bead)) return null;
    const [source, target] = [rangeFrom(bead.reference, i), rangeFrom(bead.own, j)];
    if (source === null || target === null) return null;
    links.push({ i0: i, i1: source, j0: j, j1: target, said: saidOf(bead) });
    [i, j] = [source, target];
  }
  return i === i1 && j === j1 ? links : null;
}

/** The end of a range that begins at `start`, which may be empty; null when it is none. */
function rangeFrom(value: unknown, start: number): number | null {
  if (!Array.isArray(value) || value[0] !== start) return null;
  const end: unknown = value[1];
  return Number.isInteger(end) && (end as number) >= start ? (end as number) : null;
}

function textsOf(draft: AlignedDraft, row: Row): Map<number, UnitPart[]> {
  const texts = new Map<number, UnitPart[]>();
  const put = (lang: string, value: unknown, parts: unknown = value) => {
    const at = draft.language(lang);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string'))
      texts.set(at, parts.flatMap(whole));
    else texts.set(at, typeof value === 'string' ? whole(value) : []);
  };
  if (Array.isArray(row.texts)) {
    for (const one of row.texts)
      if (isRow(one) && typeof one.lang === 'string') put(one.lang, one.text, one.parts ?? one.text);
    return texts;
  }
  const flat = !isRow(row.translation);
  for (const [lang, value] of Object.entries(isRow(row.translation) ? row.translation : row)) {
    const isText = typeof value === 'string' || value === null || Array.isArray(value);
    const label = flat ? labelOf(row, lang) : lang;
    if (isText && label !== null) put(label, value);
  }
  return texts;
}

/** What the text in a field of a flat row is in; null: it is none. */
function labelOf(row: Row, field: string): string | null {
  if (TEXT_FIELDS.test(field)) {
    const told = LANGUAGE_FIELDS[field.startsWith('s') ? 's' : 't'].find(
      (one) => typeof row[one] === 'string',
    );
    return told ? String(row[told]) : field;
  }
  return field !== 'id' && (isKnownLanguage(field) || languageNamed(field)) ? field : null;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
