import { err, ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { isBlank } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { readPart } from '../xml/readPart';
import { findParts } from './findParts';
import { WordText } from './WordText';

/**
 * Paragraphs of a Word document (Office Open XML, ECMA-376, transitional and strict): body with headings, lists and
 * tables cell by cell, then footnotes, then endnotes; tracked changes as accepted. Headers, footers and comments are
 * left out. Numbers that Word makes up for lists are not text.
 */
export function readDocx(archive: Archive): Result<ReadParagraphs> {
  const found = findParts(archive);
  if (!found.ok) return found;
  const { main, footnotes, endnotes, core } = found.value;
  if (!archive.find(main)) return err('import.brokenFile', { format: 'docx', part: main, position: 0 });
  const paragraphs: string[] = [];
  let title: string | null = null;
  for (const name of [main, footnotes, endnotes]) {
    if (name === null) continue;
    const text = new WordText();
    const read = readPart(archive, name, text);
    if (!read.ok) return read;
    text.end();
    for (const paragraph of text.paragraphs) if (!isBlank(paragraph)) paragraphs.push(paragraph);
    title ??= text.title;
  }
  return ok({ paragraphs, title: title ?? readCoreTitle(archive, core) });
}

/** `dc:title` of the core properties. Nothing depends on it, so that a broken part is as good as none. */
function readCoreTitle(archive: Archive, name: string | null): string | null {
  let title = '';
  let inside = false;
  if (name === null) return null;
  readPart(archive, name, {
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
