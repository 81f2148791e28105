import type { ContentsEntry } from './readContents';

/** What was read of a document of the spine. */
export type EpubDocument = {
  path: string;
  linear: boolean;
  paragraphs: readonly string[];
  places: ReadonlyMap<string, number>;
  heading: { text: string; at: number } | null;
  title: string | null;
};
/** Paragraphs `[start, …)` of all documents laid end to end, up to the next chapter. */
export type ChapterCut = { title: string | null; start: number; linear: boolean };

/**
 * Where chapters begin: at the documents and places that the table of contents names. A document that it does not
 * name goes on with the chapter before it, as programs split long chapters, unless it has a heading of its own; without
 * a table of contents every document is a chapter.
 */
export function cutChapters(
  documents: readonly EpubDocument[],
  contents: readonly ContentsEntry[],
): ChapterCut[] {
  const chapters: ChapterCut[] = [];
  let start = 0;
  let named = false;
  for (const document of documents) {
    if (document.paragraphs.length === 0) continue;
    const cuts = cutsIn(document, contents);
    if (!cuts.has(0)) {
      const goesOn = named && chapters.at(-1)?.linear === document.linear && document.heading === null;
      const first = Math.min(...cuts.keys(), document.paragraphs.length);
      const heading = document.heading && document.heading.at < first ? document.heading.text : null;
      if (!goesOn && !(named && cuts.size > 0 && heading === null))
        chapters.push({ title: heading ?? document.title, start, linear: document.linear });
    }
    for (const [at, titles] of [...cuts].sort(([a], [b]) => a - b))
      chapters.push({ title: titles.join(' · '), start: start + at, linear: document.linear });
    named ||= cuts.size > 0;
    start += document.paragraphs.length;
  }
  return tellApart(chapters, contents).map((chapter) => ({
    ...chapter,
    title: chapter.title === null ? null : shorten(chapter.title),
  }));
}

function cutsIn(document: EpubDocument, contents: readonly ContentsEntry[]): Map<number, string[]> {
  const cuts = new Map<number, string[]>();
  for (const { path, fragment, title } of contents) {
    if (path.toLowerCase() !== document.path.toLowerCase()) continue;
    const at = fragment === null ? 0 : document.places.get(fragment);
    // A place that is not there still says that the document is a chapter, when nothing else does.
    const place = at ?? (cuts.size === 0 ? 0 : undefined);
    if (place === undefined || place >= document.paragraphs.length) continue;
    const titles = cuts.get(place) ?? [];
    if (!titles.includes(title)) titles.push(title);
    cuts.set(place, titles);
  }
  return cuts;
}

/** "Chapter 1" of the first part and of the second get the name of their part. */
function tellApart(chapters: readonly ChapterCut[], contents: readonly ContentsEntry[]): ChapterCut[] {
  const counts = new Map<string | null, number>();
  for (const { title } of chapters) counts.set(title, (counts.get(title) ?? 0) + 1);
  const parents = new Map<string, (string | null)[]>();
  for (const { title, parent } of contents) parents.set(title, [...(parents.get(title) ?? []), parent]);
  return chapters.map((chapter) => {
    if (chapter.title === null || counts.get(chapter.title) === 1) return chapter;
    const parent = parents.get(chapter.title)?.shift();
    return parent ? { ...chapter, title: `${parent} · ${chapter.title}` } : chapter;
  });
}

/** As long as the title of a document may be. */
function shorten(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 199).trimEnd()}…`;
}
