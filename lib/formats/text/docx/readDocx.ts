import { err, ok, type Result } from '@/lib/result';
import { isBlank } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { findParts } from './findParts';
import { readXml } from './readXml';
import { listArchive, partName, unpackParts } from './unpackParts';
import { WordText } from './WordText';

/**
 * Paragraphs of a Word document (Office Open XML, ECMA-376, transitional and strict): body with headings, lists and
 * tables cell by cell, then footnotes, then endnotes; tracked changes as accepted. Headers, footers and comments are
 * left out. Numbers that Word makes up for lists are not text.
 */
export function readDocx(bytes: Uint8Array): Result<ReadParagraphs> {
  const listed = listArchive(bytes);
  if (!listed.ok) return listed;
  const found = findParts(bytes);
  if (!found.ok) return found;
  const { main, footnotes, endnotes, core } = found.value;
  const names = [main, footnotes, endnotes, core].filter((name) => name !== null);
  const parts = unpackParts(bytes, names);
  if (!parts.ok) return parts;
  if (!parts.value.has(partName(main))) return err('import.brokenFile', { part: main, position: 0 });
  const paragraphs: string[] = [];
  let title: string | null = null;
  for (const name of [main, footnotes, endnotes]) {
    const chunks = name === null ? undefined : parts.value.get(partName(name));
    if (!chunks || name === null) continue;
    const text = new WordText();
    const read = readXml(chunks, name, text);
    if (!read.ok) return read;
    text.end();
    for (const paragraph of text.paragraphs) if (!isBlank(paragraph)) paragraphs.push(paragraph);
    title ??= text.title;
  }
  return ok({
    paragraphs,
    title: title ?? readCoreTitle(core ? parts.value.get(partName(core)) : undefined),
  });
}

/** `dc:title` of the core properties. Nothing depends on it, so that a broken part is as good as none. */
function readCoreTitle(chunks: readonly Uint8Array[] | undefined): string | null {
  let title = '';
  let inside = false;
  readXml(chunks ?? [], 'docProps/core.xml', {
    open: ({ local }) => {
      inside = local === 'title';
    },
    text: (text) => {
      if (inside) title += text;
    },
    close: () => {
      inside = false;
    },
  });
  return title.trim() || null;
}
