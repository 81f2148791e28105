import type { LintFile } from './decoded';
import type { Findings } from './Findings';
import { type ScannedTag, scanXml } from './scanXml';

/** The ids of the sentences of a text, in its order. */
type TextIds = { file: string; at: Map<string, number> };
type Group = { line: number; from: string; to: string; links: Link[] };
type Link = { line: number; id: string | null; sides: [string[], string[]] };

/** Links by ids: XCES as OPUS has it (root `cesAlign`), InterText (root `linkGrp`), with the texts that came along. */
export function lintLinks(links: LintFile, texts: readonly LintFile[], findings: Findings): void {
  const { name: file } = links;
  const groups: Group[] = [];
  let isOpus = false;
  let depth = 0;
  scanXml(links, findings, {
    open(tag) {
      if (depth++ === 0) isOpus = tag.name === 'cesAlign';
      if (tag.name === 'linkGrp' || (tag.name === 'cesAlign' && tag.attributes.fromDoc !== undefined)) {
        groups.push(groupOf(tag));
        checkDocuments(tag, isOpus, file, findings);
      }
      if (tag.name === 'link') addLink(tag, groups.at(-1), file, findings);
    },
    close() {
      depth--;
    },
  });
  if (!groups.some((group) => group.links.length)) findings.add('xces.nothingLinked', { file });
  const known = texts.map((text) => idsOf(text, findings));
  if (known.length < 2) findings.add('xces.noTexts', { file });
  for (const group of groups) {
    const from = textFor(group.from, known);
    const to = textFor(group.to, known);
    if (from && to) checkIds(group, { from, to, isOpus, file }, findings);
  }
}

const groupOf = ({ attributes, line }: ScannedTag): Group => ({
  line,
  from: attributes.fromDoc ?? '',
  to: attributes.toDoc ?? '',
  links: [],
});

function checkDocuments(
  { attributes, line }: ScannedTag,
  isOpus: boolean,
  file: string,
  findings: Findings,
): void {
  for (const side of ['fromDoc', 'toDoc']) {
    const value = attributes[side];
    if (!value) findings.add('xces.documentMissing', { file, line }, { side });
    // `opus_read` cuts three characters off, for `.gz`, and finds nothing.
    else if (isOpus && !value.endsWith('.gz')) findings.add('xces.ending', { file, line }, { side, value });
  }
}

function addLink(
  { attributes, line }: ScannedTag,
  group: Group | undefined,
  file: string,
  findings: Findings,
): void {
  const { xtargets = '', id = null } = attributes;
  const sides = xtargets.split(';').map((side) => side.split(/\s+/u).filter(Boolean));
  if (sides.length !== 2 || !group) {
    findings.add('xces.targets', { file, line, unit: id }, { xtargets: xtargets.slice(0, 80) });
    return;
  }
  if (!sides[0].length && !sides[1].length)
    findings.add('xces.targets', { file, line, unit: id }, { xtargets: xtargets.slice(0, 80) });
  group.links.push({ line, id, sides: [sides[0], sides[1]] });
}

/** What bears an id inside a text: sentences, and paragraphs around them, which no link names. */
function idsOf(text: LintFile, findings: Findings): TextIds {
  const at = new Map<string, number>();
  let hasRoot = false;
  scanXml(text, findings, {
    open({ attributes, line }) {
      const id = attributes.id ?? attributes['xml:id'];
      // A document and its first paragraph may share their number.
      if (hasRoot && id !== undefined) {
        if (at.has(id)) findings.add('xces.idTwice', { file: text.name, line, unit: id }, { id });
        else at.set(id, at.size);
      }
      hasRoot = true;
    },
  });
  return { file: text.name, at };
}

/** The text that fromDoc or toDoc means: by the end of its path, packed or not. */
function textFor(doc: string, texts: readonly TextIds[]): TextIds | undefined {
  const bare = (name: string) => name.replace(/\.gz$/u, '').replace(/\.xml$/u, '');
  const wanted = bare(doc);
  const name = wanted.split('/').at(-1);
  return (
    texts.find(({ file }) => bare(file) === wanted || bare(file).endsWith(`/${wanted}`)) ??
    texts.find(
      ({ file }) => bare(file).split('/').at(-1) === name && texts.length > 1 && isAlone(name, texts),
    )
  );
}

const isAlone = (name: string | undefined, texts: readonly TextIds[]): boolean =>
  texts.filter(
    ({ file }) =>
      file
        .replace(/(?:\.xml)?(?:\.gz)?$/u, '')
        .split('/')
        .at(-1) === name,
  ).length === 1;

type Between = { from: TextIds; to: TextIds; isOpus: boolean; file: string };

function checkIds({ links }: Group, { from, to, isOpus, file }: Between, findings: Findings): void {
  const inOrder = fits(links, from, to);
  const turned = fits(links, to, from);
  const isTurned = turned > inOrder;
  // InterText has toDoc first; OPUS and everything after it fromDoc.
  if (isOpus && isTurned) findings.add('xces.order', { file, line: links[0]?.line ?? null });
  const sides = isTurned || (!isOpus && turned >= inOrder) ? [to, from] : [from, to];
  const seen = [new Set<string>(), new Set<string>()];
  const last = [-1, -1];
  for (const { line, id, sides: targets } of links)
    for (const side of [0, 1])
      for (const target of targets[side]) {
        const place = { file, line, unit: id };
        const at = sides[side].at.get(target);
        if (at === undefined) findings.add('xces.unknownId', place, { id: target, text: sides[side].file });
        else if (seen[side].has(target)) findings.add('xces.linkedTwice', place, { id: target });
        else if (at < last[side]) findings.add('xces.crossing', place, { id: target });
        seen[side].add(target);
        last[side] = Math.max(last[side], at ?? -1);
      }
}

/** How many ids are found when `first` is the text of the first side. */
function fits(links: readonly Link[], first: TextIds, second: TextIds): number {
  let count = 0;
  for (const { sides } of links) {
    for (const id of sides[0]) if (first.at.has(id)) count++;
    for (const id of sides[1]) if (second.at.has(id)) count++;
  }
  return count;
}
