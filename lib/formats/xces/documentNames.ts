import { documentName } from '../aligned/documentName';
import { fileLanguage } from '../moses/fileLanguage';

/** A name without its endings: `en/1` of `en\1.xml.gz`. */
export const bareName = (name: string): string => name.replace(/\\/gu, '/').replace(/(?:\.xml|\.gz)+$/u, '');

/** A bare name, and what is left of it without one folder after the other; nothing for nothing. */
export function* suffixes(bare: string): Generator<string> {
  if (bare === '') return;
  yield bare;
  for (let at = bare.indexOf('/'); at >= 0; at = bare.indexOf('/', at + 1))
    if (at + 1 < bare.length) yield bare.slice(at + 1);
}

/** What both names have in common behind the folders of their languages: `2010/17` of `en/2010/17.xml.gz`. */
export function commonTitle(fromDoc: string, toDoc: string): string {
  const [from, to] = [fromDoc, toDoc].map((doc) => bareName(doc).split('/'));
  let count = 0;
  while (count < Math.min(from.length, to.length) && from.at(-1 - count) === to.at(-1 - count)) count++;
  return (count ? from.slice(-count).join('/') : '') || documentName(fromDoc) || fromDoc;
}

/** OPUS keeps its texts in folders named after their languages: the first of a document, `en/2010/17/1.xml.gz`. */
export const opusLanguage = (doc: string): string | null =>
  doc.includes('/') ? (fileLanguage(doc.split('/')[0]) ?? folderLanguage(doc)) : null;

/** The innermost folder that is named after a language. */
export function folderLanguage(name: string): string | null {
  for (const folder of name.split('/').slice(0, -1).reverse()) {
    const lang = fileLanguage(folder);
    if (lang) return lang;
  }
  return null;
}
