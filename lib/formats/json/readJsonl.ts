import { err, type Result } from '@/lib/result';
import type { AlignedDocument } from '../aligned/AlignedDocument';
import { AlignedDraft, AlignedRefusal, languageLike, whole } from '../aligned/AlignedDraft';
import type { ReadSource } from '../aligned/readSource';
import type { UnitPart } from '../ExportUnit';

const LINES_A_BREATH = 5000;

type Row = Record<string, unknown>;

/**
 * JSON Lines, one unit a line: as we write them (`texts`), as Hugging Face has them (`translation`), or flat with a
 * language a field. Also one JSON document of ours, or an array of such units.
 */
export async function readJsonl({
  text,
  name,
  encoding,
  breathe,
}: ReadSource): Promise<Result<AlignedDocument>> {
  const draft = new AlignedDraft();
  const document = wholeDocument(text);
  if (document) {
    draft.title = typeof document.title === 'string' && document.title ? document.title : null;
    for (const [at, row] of document.units.entries()) addRow(draft, row, at + 1, name);
    return draft.finish('json', encoding);
  }
  let line = 0;
  let format = 'jsonl';
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const content = text.slice(from, end < 0 ? undefined : end).trim();
    from = end < 0 ? text.length : end + 1;
    line++;
    if (line % LINES_A_BREATH === 0) await breathe?.();
    if (content === '') continue;
    let row: unknown;
    try {
      row = JSON.parse(content);
    } catch {
      return err('import.brokenLine', { file: name, line, reason: 'json' });
    }
    if (isRow(row) && isRow(row.translation)) format = 'hf';
    addRow(draft, row, line, name);
  }
  return draft.finish(format, encoding);
}

/** A file that is one JSON value: ours, or a list of units. */
function wholeDocument(text: string): { title?: unknown; units: unknown[] } | null {
  const start = text.slice(0, 500).trimStart();
  if (!start.startsWith('[') && !/^\{\s*"format"\s*:\s*"triptych-alignment"/u.test(start)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { units: value };
    return isRow(value) && Array.isArray(value.units) ? { title: value.title, units: value.units } : null;
  } catch {
    return null; // Then it is lines, and the reader of lines says which one is broken.
  }
}

function addRow(draft: AlignedDraft, row: unknown, line: number, file: string): void {
  const texts = isRow(row) ? textsOf(draft, row) : null;
  if (!isRow(row) || !texts?.size)
    throw new AlignedRefusal(err('import.brokenLine', { file, line, reason: 'unit' }));
  const { id, status, confidence, reason } = row;
  draft.add(texts, {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    status: typeof status === 'string' ? status : null,
    confidence: typeof confidence === 'number' ? confidence : null,
    reason: typeof reason === 'string' ? reason : null,
  });
}

function textsOf(draft: AlignedDraft, row: Row): Map<number, UnitPart[]> {
  const texts = new Map<number, UnitPart[]>();
  const put = (lang: string, value: unknown, parts?: unknown) => {
    const at = draft.language(lang);
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string'))
      texts.set(at, parts.flatMap(whole));
    else texts.set(at, typeof value === 'string' ? whole(value) : []);
  };
  if (Array.isArray(row.texts)) {
    for (const one of row.texts)
      if (isRow(one) && typeof one.lang === 'string') put(one.lang, one.text, one.parts);
  } else
    for (const [lang, value] of Object.entries(isRow(row.translation) ? row.translation : row))
      if (
        (isRow(row.translation) || (lang !== 'id' && languageLike(lang))) &&
        (typeof value === 'string' || value === null)
      )
        put(lang, value);
  return texts;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
