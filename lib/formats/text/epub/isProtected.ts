import type { Archive } from '../archive/Archive';
import { looseXml } from '../xml/looseXml';
import { readTextPart, resolveLink } from './EpubParts';

const ENCRYPTION = 'META-INF/encryption.xml';
/** Ways to keep fonts from being taken out of a book: the text is not touched by them. */
const FONTS_ONLY = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/u;

/** Is any of these parts encrypted? Open Container Format, section 4.2.6.3.2; copy protection of shops works this way. */
export function isProtected(archive: Archive, paths: readonly string[]): boolean {
  const text = readTextPart(archive, ENCRYPTION);
  if (!text.ok || text.value === null) return false;
  const wanted = new Set(paths.map((path) => path.toLowerCase()));
  let algorithm = '';
  let found = false;
  looseXml(text.value, {
    open({ name, attributes }) {
      if (name === 'EncryptedData') algorithm = '';
      if (name === 'EncryptionMethod' && !algorithm) algorithm = attributes.Algorithm ?? '';
      if (name === 'CipherReference' && attributes.URI) {
        // References are relative to the root of the container, not to this file.
        const { path } = resolveLink(attributes.URI, '');
        found ||= wanted.has(path.toLowerCase()) && !FONTS_ONLY.test(algorithm);
      }
    },
  });
  return found;
}
