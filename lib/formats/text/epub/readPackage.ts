import { err, ok, type Result } from '@/lib/result';
import type { Archive } from '../archive/Archive';
import { looseXml } from '../xml/looseXml';
import { readTextPart, resolveLink } from './EpubParts';

export type SpineItem = {
  path: string /** Part of the reading order, and not an aside that a link opens. */;
  linear: boolean;
};
export type EpubPackage = {
  title: string | null;
  lang: string | null;
  spine: SpineItem[];
  /** The tables of contents of EPUB 3 and EPUB 2. */
  nav: string | null;
  ncx: string | null;
};

const CONTAINER = 'META-INF/container.xml';
const TEXT_TYPES =
  /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document|application\/xml|text\/xml)$/iu;

/** What the package document says: EPUB 3.3, section 5; Open Packaging Format 2.0.1, section 2. */
export function readPackage(archive: Archive): Result<EpubPackage> {
  const root = findPackage(archive);
  if (!root.ok) return root;
  const path = root.value;
  const text = readTextPart(archive, path);
  if (!text.ok) return text;
  if (text.value === null) return err('import.brokenFile', { format: 'epub', part: path, position: 0 });
  const items = new Map<string, { path: string; type: string; properties: string }>();
  const refs: { id: string; linear: boolean }[] = [];
  let toc: string | null = null;
  let title = '';
  let lang = '';
  let inside = '';
  looseXml(text.value, {
    open({ name, attributes }) {
      inside = name;
      if (name === 'item' && attributes.id && attributes.href)
        items.set(attributes.id, {
          path: resolveLink(attributes.href, path).path,
          type: attributes['media-type'] ?? '',
          properties: attributes.properties ?? '',
        });
      if (name === 'itemref' && attributes.idref)
        refs.push({ id: attributes.idref, linear: attributes.linear !== 'no' });
      if (name === 'spine') toc = attributes.toc ?? null;
    },
    text(piece) {
      // The first title and language are the main ones; a closing tag ends them.
      if (inside === 'title') title += piece;
      if (inside === 'language') lang += piece;
    },
    close(name) {
      if (name === 'title' && title) title += '\n';
      if (name === 'language' && lang) lang += '\n';
      inside = '';
    },
  });
  const all = [...items.values()];
  const spine = refs.flatMap(({ id, linear }) => {
    const item = items.get(id);
    return item && (TEXT_TYPES.test(item.type) || /\.x?html?$/iu.test(item.path))
      ? [{ path: item.path, linear }]
      : [];
  });
  if (spine.length === 0)
    return err('import.brokenFile', { format: 'epub', part: path, position: text.value.length });
  return ok({
    title: firstLine(title),
    lang: firstLine(lang),
    spine,
    nav: all.find(({ properties }) => /(?:^|\s)nav(?:\s|$)/u.test(properties))?.path ?? null,
    ncx:
      (toc ? items.get(toc)?.path : null) ??
      all.find(({ type }) => type === 'application/x-dtbncx+xml')?.path ??
      null,
  });
}

/** The container names it (Open Container Format, section 4.2.6.3.1); without one, the only `.opf` there is. */
function findPackage(archive: Archive): Result<string> {
  const container = readTextPart(archive, CONTAINER);
  if (!container.ok) return container;
  let path: string | null = null;
  looseXml(container.value ?? '', {
    open({ name, attributes }) {
      if (name === 'rootfile' && attributes['full-path']) path ??= attributes['full-path'];
    },
  });
  const found = path ?? archive.entries.find(({ name }) => /\.opf$/iu.test(name))?.name;
  return found === undefined
    ? err('import.brokenFile', { format: 'epub', part: CONTAINER, position: 0 })
    : ok(found);
}

function firstLine(text: string): string | null {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? null
  );
}
