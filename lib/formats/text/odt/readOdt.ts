import { err, ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { streamPart } from '../archive/streamPart';
import { isBlank } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { readPart } from '../xml/readPart';
import { XmlReader } from '../xml/XmlReader';
import { OdtText } from './OdtText';

const CONTENT = 'content.xml';
const META = 'meta.xml';
const MANIFEST = 'META-INF/manifest.xml';

/**
 * Paragraphs of an OpenDocument text (ODF 1.0 to 1.3, as LibreOffice, Word, Google Docs, Calligra and pandoc write it).
 * Headers, footers and remarks are left out; numbers that the program makes up for lists are not text.
 */
export function readOdt(archive: Archive): Result<ReadParagraphs> {
  if (isEncrypted(archive)) return err('import.encrypted', { format: 'odt' });
  const text = new OdtText();
  const read = readPart(archive, CONTENT, text);
  if (!read.ok) return read;
  if (!read.value) return err('import.brokenFile', { format: 'odt', part: CONTENT, position: 0 });
  // Nothing depends on the metadata, so that a broken part is as good as none.
  const meta = new OdtText();
  readPart(archive, META, meta);
  return finish(text, meta);
}

/** The same document as a single XML file (`.fodt`), section 3.1.2. */
export function readFlatOdt(bytes: Uint8Array): Result<ReadParagraphs> {
  const text = new OdtText();
  const reader = new XmlReader(text);
  reader.write(bytes);
  if (!reader.end())
    return err('import.brokenFile', { format: 'odt', part: 'office:document', position: reader.position });
  return finish(text, text);
}

function finish(text: OdtText, meta: OdtText): Result<ReadParagraphs> {
  if (!text.isText) return err('import.binary', { kind: 'ods', offset: 0 });
  text.end();
  return ok({
    paragraphs: text.paragraphs.filter((paragraph) => !isBlank(paragraph)),
    title: meta.title,
    declaredLang: meta.lang,
  });
}

/** OpenDocument part 2, section 4.8: the manifest says of each part how it is encrypted. */
function isEncrypted(archive: Archive): boolean {
  let encrypted = archive.find('encrypted-package') !== undefined;
  const reader = new XmlReader({
    open: ({ local }) => {
      if (local === 'encryption-data') encrypted = true;
    },
  });
  streamPart(archive, MANIFEST, (chunk) => reader.write(chunk) && !encrypted);
  return encrypted;
}
