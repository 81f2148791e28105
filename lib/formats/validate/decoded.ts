import type { Findings } from './Findings';
import type { FindingCode } from './rules';

export type LintFile = { name: string; bytes: Uint8Array };

const SLICE_BYTES = 256 * 1024;

/**
 * The file as text, slice by slice, without its byte order mark; what is wrong with its bytes is noted on the way.
 *
 * @param declared the encoding that the file itself names; UTF-8 where it names none, or none that is known
 * @param mark what a byte order mark is to the readers of such files
 */
export function* decoded(
  { name: file, bytes }: LintFile,
  findings: Findings,
  declared?: string,
  mark: FindingCode = 'encoding.bom',
): Generator<string> {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (utf16) findings.add('encoding.utf16', { file }, { encoding: utf16 });
  else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) findings.add(mark, { file, line: 1 });
  let decoder = new TextDecoder(utf16 ?? knownEncoding(declared), { fatal: true });
  let [line, nul] = [1, false];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const slice = bytes.subarray(at, at + SLICE_BYTES);
    const stream = at + SLICE_BYTES < bytes.length;
    let text: string;
    try {
      text = decoder.decode(slice, { stream });
    } catch {
      decoder = new TextDecoder(utf16 ?? 'utf-8');
      text = decoder.decode(slice, { stream });
      const bad = text.indexOf('\ufffd');
      findings.add('encoding.notUtf8', { file, line: line + breaksIn(text, bad) });
    }
    if (!nul && text.includes('\0')) {
      nul = true;
      findings.add('chars.nul', { file, line: line + breaksIn(text, text.indexOf('\0')) });
    }
    line += breaksIn(text, text.length);
    if (text) yield text;
  }
}

function knownEncoding(label = 'utf-8'): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8'; // A label that the Encoding Standard has not.
  }
}

function breaksIn(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
