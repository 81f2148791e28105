import { ok, type Result } from '@/lib/result';
import { decodeText } from '../text/decodeText';
import { xmlEncoding } from '../xml/parseXml';
import type { AlignedFile, AlignedOptions } from './AlignedDocument';

/** A file as text, with what readers need of the wishes. */
export type ReadSource = Pick<AlignedOptions, 'header' | 'breathe'> & {
  name: string;
  text: string;
  encoding: string;
};

export function decodeFile(file: AlignedFile, options: AlignedOptions): Result<ReadSource> {
  const decoded = decodeText(file.bytes, { encoding: options.encoding, declared: xmlEncoding(file.bytes) });
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  return ok({ name: file.name, text, encoding, header: options.header, breathe: options.breathe });
}
