import { err, ok, type Result } from '@/lib/result';
import { type AlignedFile, type AlignedOptions, AlignedRefusal } from '../aligned/AlignedDocument';
import { openPackages } from '../aligned/readAlignedSet';
import { isLinks } from '../aligned/sourceKinds';
import { isLadder, readLinks } from '../hunalign/readLadder';
import { fileLanguage } from '../moses/fileLanguage';
import { readSentences, type Sentence, segmentsNamed } from '../xces/readSentences';
import { hasXtargets, isCesAlign, readGroups } from '../xces/readXces';
import type { SentenceText } from '../xces/SentenceText';
import type { Attachment } from './Attachment';

/**
 * An alignment for texts that are there already: XCES and InterText links, with or without their XML texts, a ladder or
 * lines of links. One alignment of two documents; anything else is `import.notAligned` or `import.severalAlignments`.
 */
export function readAttachment(
  files: readonly AlignedFile[],
  options: AlignedOptions = {},
): Result<Attachment> {
  try {
    const opened = openPackages(files, options);
    if (!opened.ok) return opened;
    const names = files.map(({ name }) => name).join(', ');
    const sources = opened.value.flatMap((one) => ('sources' in one ? one.sources : []));
    const links = sources.filter(isLinks);
    if (links.length > 1) return err('import.severalAlignments', { count: links.length });
    const [file] = links;
    if (!file) return err('import.notAligned', { file: names, kind: 'other' });
    if (!hasXtargets(file.head)) {
      const read = readLinks(file);
      if (!read.ok) return read;
      const { links: lines, height } = read.value;
      const format = isLadder(file.head) ? 'hunalign' : 'vecalign';
      return ok({ by: 'lines', file: file.name, format, links: lines, height });
    }
    const groups = readGroups(file);
    if (!groups.ok) return groups;
    if (groups.value.length > 1) return err('import.severalAlignments', { count: groups.value.length });
    const [group] = groups.value;
    if (!group) return err('import.notAligned', { file: file.name, kind: 'other' });
    const texts: SentenceText[] = [];
    for (const source of sources) {
      if (source === file) continue;
      const read = readSentences(source);
      if (!read.ok) return read;
      texts.push(...read.value);
    }
    const isXces = isCesAlign(file);
    const langs: [string | null, string | null] = [documentLang(group.fromDoc), documentLang(group.toDoc)];
    // InterText writes the ids of toDoc first.
    if (!isXces) langs.reverse();
    const format = isXces ? 'xces' : 'intertext';
    const ids = ([0, 1] as const).map((half) => new Set(group.links.flatMap(({ halves }) => halves[half])));
    const named = texts.map((text) => ({
      name: text.name,
      halves: [segmentsNamed(text, ids[0]), segmentsNamed(text, ids[1])] as [Sentence[], Sentence[]],
    }));
    return ok({ by: 'ids', file: file.name, format, links: group.links, langs, texts: named });
  } catch (error) {
    if (error instanceof AlignedRefusal) return error.result;
    throw error;
  }
}

/** `vi/1.xml.gz`, `text.vi.xml`. */
function documentLang(doc: string): string | null {
  return fileLanguage(doc) ?? fileLanguage(doc.replace(/\\/gu, '/').split('/').at(-2) ?? '');
}
