import { err, ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { MAX_PART_BYTES } from '../archive/streamPart';
import { readHtml } from '../html/readHtml';
import type { ReadParagraphs } from '../TextDraft';
import { cutChapters, type EpubDocument } from './cutChapters';
import { readTextPart } from './EpubParts';
import { isProtected } from './isProtected';
import { readContents } from './readContents';
import { readPackage } from './readPackage';

/**
 * Paragraphs of an EPUB 2 or 3 in the order of its spine, with the chapters that its table of contents names. A book
 * whose text is encrypted is `import.encrypted`.
 */
export function readEpub(archive: Archive): Result<ReadParagraphs> {
  const found = readPackage(archive);
  if (!found.ok) return found;
  const { spine, title, lang } = found.value;
  if (
    isProtected(
      archive,
      spine.map(({ path }) => path),
    )
  )
    return err('import.encrypted', { format: 'epub' });
  const contents = readContents(archive, found.value);
  const ids = new Set(contents.flatMap(({ fragment }) => (fragment === null ? [] : [fragment])));
  const documents: EpubDocument[] = [];
  const paragraphs: string[] = [];
  let chars = 0;
  const read = new Set<string>();
  for (const { path, linear } of spine) {
    // EPUB 3.3, section 5.7.2: the spine names a document once. Twice it would be the same text twice.
    if (read.has(path)) continue;
    read.add(path);
    const text = readTextPart(archive, path);
    if (!text.ok) return text;
    // A document that the package names and the archive lacks: programs leave such behind, readers pass over them.
    if (text.value === null) continue;
    chars += text.value.length;
    if (chars > MAX_PART_BYTES)
      return err('import.unpacksTooLarge', { part: path, limitMb: MAX_PART_BYTES / (1024 * 1024) });
    const document = readHtml(text.value, { xml: true, ids });
    for (const paragraph of document.paragraphs) paragraphs.push(paragraph);
    documents.push({ path, linear, ...document });
  }
  return ok({ paragraphs, title, declaredLang: lang, chapters: cutChapters(documents, contents) });
}
