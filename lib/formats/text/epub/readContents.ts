import type { Archive } from '../archive/Archive';
import { looseXml } from '../xml/looseXml';
import { type Link, readTextPart, resolveLink } from './EpubParts';
import type { EpubPackage } from './readPackage';

/** A line of the table of contents. `depth` counts from 1; `parent` is the title of the line it stands below. */
export type ContentsEntry = Link & { title: string; depth: number; parent: string | null };

/** Parts and their chapters; what stands deeper are sections. */
const MAX_DEPTH = 2;

/**
 * The chapters by the table of contents: the navigation document of EPUB 3 (section 7.4), else the NCX of EPUB 2.
 * A book need not have either, and one that is broken is as good as none.
 */
export function readContents(archive: Archive, { nav, ncx }: EpubPackage): ContentsEntry[] {
  const fromNav = nav === null ? [] : read(archive, nav, navEntries);
  const entries = fromNav.length > 0 || ncx === null ? fromNav : read(archive, ncx, ncxEntries);
  return entries.filter(({ depth, title }) => depth <= MAX_DEPTH && title !== '');
}

function read(
  archive: Archive,
  path: string,
  entriesOf: (text: string, path: string) => ContentsEntry[],
): ContentsEntry[] {
  const text = readTextPart(archive, path);
  return text.ok && text.value !== null ? entriesOf(text.value, path) : [];
}

const tidy = (title: string): string => title.replace(/\s+/gu, ' ').trim();

function navEntries(text: string, path: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  const titles: string[] = [];
  let inContents = false;
  let seen = false;
  let href: string | null = null;
  let title = '';
  let inLabel = false;
  looseXml(text, {
    open({ name, attributes }) {
      if (name === 'nav') {
        const type = attributes['epub:type'] ?? attributes.type ?? attributes.role ?? '';
        inContents = !seen && (type === '' || /(?:^|\s|-)toc(?:\s|$)/u.test(type));
        seen ||= inContents;
      }
      if (!inContents) return;
      if (name === 'ol') titles.push('');
      if (name === 'a' || name === 'span') {
        if (inLabel) return;
        inLabel = true;
        href = attributes.href ?? null;
        title = '';
      }
    },
    text(piece) {
      if (inLabel) title += piece;
    },
    close(name) {
      if (name === 'nav') inContents = false;
      if (name === 'ol') titles.pop();
      if ((name === 'a' || (name === 'span' && href === null)) && inLabel) {
        inLabel = false;
        const parent = titles.at(-2) || null;
        if (titles.length > 0) titles[titles.length - 1] = tidy(title);
        if (href !== null)
          entries.push({ ...resolveLink(href, path), title: tidy(title), depth: titles.length, parent });
        href = null;
      }
    },
  });
  return entries;
}

function ncxEntries(text: string, path: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  const titles: string[] = [];
  let inMap = false;
  let inLabel = false;
  looseXml(text, {
    open({ name, attributes }) {
      if (name === 'navMap') inMap = true;
      if (!inMap) return;
      if (name === 'navPoint') titles.push('');
      inLabel ||= name === 'navLabel';
      if (name === 'content' && attributes.src && titles.length > 0) {
        const title = tidy(titles.at(-1)!);
        const parent = tidy(titles.at(-2) ?? '') || null;
        entries.push({ ...resolveLink(attributes.src, path), title, depth: titles.length, parent });
      }
    },
    text(piece) {
      if (inLabel && titles.length > 0) titles[titles.length - 1] += piece;
    },
    close(name) {
      if (name === 'navMap') inMap = false;
      if (name === 'navLabel') inLabel = false;
      if (name === 'navPoint') titles.pop();
    },
  });
  return entries;
}
