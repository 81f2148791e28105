import type { PdfLine } from './PdfLine';

/**
 * Takes the raised signs that lead to notes out of the text of a page, and off the notes at its foot: where both are
 * there they are no part of either, and all other formats leave them out. A sign without a note may be a power or a
 * degree, and stays.
 */
export function dropNoteMarks(
  body: readonly PdfLine[],
  notes: readonly PdfLine[],
): { body: PdfLine[]; notes: PdfLine[] } {
  const begun = new Map<PdfLine, string>();
  const without = body.map((line) => {
    let text = line.text;
    for (const { at, length } of [...(line.marks ?? [])].reverse()) {
      const sign = line.text.slice(at, at + length);
      const note = notes.find((one) => !begun.has(one) && beginsWith(one.text, sign));
      if (!note) continue;
      begun.set(note, sign);
      text = text.slice(0, at) + text.slice(at + length);
    }
    return text === line.text ? line : { ...line, text };
  });
  const bare = notes.map((line) => {
    const sign = begun.get(line);
    return sign === undefined ? line : { ...line, text: afterSign(line.text, sign)!.trimStart() };
  });
  return { body: without, notes: bare };
}

const beginsWith = (text: string, sign: string): boolean => afterSign(text, sign) !== null;

/** What follows the sign: `1 Note`, `1Note`, `[1] Note`, `1) Note`. Of `12` the sign is not `1`. */
function afterSign(text: string, sign: string): string | null {
  const bracketed = text.trimStart().replace(/^[[(]/u, '');
  if (!bracketed.startsWith(sign)) return null;
  const rest = bracketed.slice(sign.length);
  if (/^\d/u.test(sign) ? /^\d/u.test(rest) : /^[a-z*†‡§]/u.test(rest)) return null;
  return rest.replace(/^[\]).]/u, '');
}
