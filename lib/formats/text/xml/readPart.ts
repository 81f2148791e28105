import { err, ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { streamPart } from '../archive/streamPart';
import { type XmlHandlers, XmlReader } from './XmlReader';

/**
 * Streams one part of an archive through an XML parser, unpacking as it goes.
 *
 * @returns whether the part is there; what is broken is `import.brokenFile` with the part and the position in characters, what is too
 *   much `import.unpacksTooLarge`
 */
export function readPart(archive: Archive, name: string, handlers: XmlHandlers): Result<boolean> {
  const reader = new XmlReader(handlers);
  const streamed = streamPart(archive, name, (chunk) => reader.write(chunk));
  if (!streamed.ok || !streamed.value) return streamed;
  if (reader.end()) return ok(true);
  const part = archive.find(name)!.name;
  // A character of all these tags is a byte: so much has been unpacked.
  if (reader.tooMuch)
    return err('import.unpacksTooLarge', { part, limitMb: Math.floor(reader.position / (1024 * 1024)) });
  return err('import.brokenFile', { format: archive.kind, part, position: reader.position });
}
