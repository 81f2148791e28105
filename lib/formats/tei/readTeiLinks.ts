import type { Result } from '@/lib/result';
import type { LinkAbout } from '../aligned/addRuns';
import type { ReadSource } from '../aligned/readSource';
import { parseXml } from '../xml/parseXml';

/** `doc` is what stands before `#`: empty for the file that points. */
export type Pointer = { doc: string; id: string };
export type TeiLink = {
  file: string;
  /** The TEI document that it stands in; see `SentenceText`. */
  scope: string;
  pointers: Pointer[];
  line: number;
  about: LinkAbout;
  /** Names of the texts that its group is about, if it says so. */
  between: readonly string[];
};
/** Joins by scope and id, `scope#id`; titles by scope. */
export type TeiLinks = { links: TeiLink[]; joins: Map<string, Pointer[]>; titles: Map<string, string> };

/** Elements whose `corresp` says what they translate. */
const CORRESPONDING = new Set(['s', 'seg', 'ab', 'l', 'p', 'head', 'div', 'u']);

/** Adds the links of a TEI file to `all`: of its `linkGrp`s, of what has no counterpart, and of `corresp`. */
export function readTeiLinks(source: ReadSource, all: TeiLinks): Result<null> {
  const file = source.name;
  const pointers = (value = ''): Pointer[] =>
    value
      .split(/\s+/u)
      .filter(Boolean)
      .map((one) => ({
        doc: one.slice(0, Math.max(0, one.indexOf('#'))),
        id: one.slice(one.indexOf('#') + 1),
      }));
  let inLinks = false;
  let inNulls = false;
  let inTitle = false;
  let reason: TeiLink | null = null;
  let scopes = 0;
  let scope = `${file}|0`;
  let between: readonly string[] = [];
  return parseXml(source, {
    open({ name: tag, attributes }, line) {
      const targets = attributes.target ?? attributes.targets;
      const status = /#status\.([\w-]+)/u.exec(attributes.ana ?? '')?.[1];
      // In other people's files `n` is a number of its own.
      const about: LinkAbout = status ? { status, confidence: attributes.n } : {};
      const id = attributes['xml:id'] ?? attributes.id;
      if (tag === 'TEI' || tag === 'TEI.2') scope = `${file}|${++scopes}`;
      else if (tag === 'title') inTitle = !all.titles.has(scope);
      else if (tag === 'linkGrp' || tag === 'spanGrp') {
        inLinks = tag === 'linkGrp';
        inNulls = tag === 'spanGrp' && attributes.type === 'no-counterpart';
        between = pointers(attributes.corresp).map((one) => one.id);
      } else if (tag === 'join' && id) all.joins.set(`${scope}#${id}`, pointers(targets));
      else if (tag === 'link' && inLinks)
        all.links.push({ file, scope, pointers: pointers(targets), line, about, between });
      else if (tag === 'span' && inNulls) {
        reason = { file, scope, pointers: pointers(targets), line, about, between };
        all.links.push(reason);
      } else if (CORRESPONDING.has(tag) && id && attributes.corresp)
        all.links.push({
          ...{ file, scope, line, about: {}, between: [] },
          pointers: [{ doc: '', id }, ...pointers(attributes.corresp)],
        });
    },
    text(piece) {
      if (reason && piece.trim()) reason.about.reason = piece.trim();
      if (inTitle && piece.trim()) all.titles.set(scope, piece.trim());
    },
    close(tag) {
      if (tag === 'title') inTitle = false;
      if (tag === 'linkGrp') inLinks = false;
      if (tag === 'spanGrp') inNulls = false;
      if (tag === 'span') reason = null;
    },
  });
}
