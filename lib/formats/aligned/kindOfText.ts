import type { AlignedFile } from './AlignedDocument';

/** Files that hold no alignment that could be read, whatever their names say. `ole`: Office before 2007, or locked. */
export type TextKind = 'docx' | 'odt' | 'ods' | 'epub' | 'slides' | 'pdf' | 'html' | 'ole';

const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';
/** Compound File Binary. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What an archive is by its parts; null: files that may be aligned data. */
export function kindOfParts(parts: readonly AlignedFile[]): TextKind | null {
  const names = new Set(parts.map(({ name }) => name));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('ppt/presentation.xml')) return 'slides';
  const type = parts.find(({ name }) => name === 'mimetype');
  if (!type) return null;
  const says = new TextDecoder().decode(type.bytes.subarray(0, 100));
  if (says.startsWith('application/epub+zip')) return 'epub';
  if (says.startsWith(`${OPEN_DOCUMENT}text`)) return 'odt';
  return says.startsWith(`${OPEN_DOCUMENT}spreadsheet`) ? 'ods' : null;
}

/** What a single file is by how it begins. A page may be a text that links speak of, when it does not come alone. */
export function kindOfBytes(bytes: Uint8Array, isAlone: boolean): TextKind | null {
  if (OLE.every((byte, at) => bytes[at] === byte)) return 'ole';
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 512)).trimStart();
  if (head.startsWith('%PDF-')) return 'pdf';
  return isAlone && /^(?:\u00ef\u00bb\u00bf)?(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html[\s>])/iu.test(head)
    ? 'html'
    : null;
}
