/** The documents weights are estimated from, and which fold each belongs to. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Gold = [number[], number[]][];
export type Clean = readonly (readonly [source: string, target: string])[];

export type Doc = {
  readonly id: string;
  readonly task: string;
  readonly lang: string;
  /** 0..2: documents of one fold share no text with those of the others */
  readonly fold: number;
  readonly source: string[];
  readonly target: string[];
  readonly gold: Gold;
};

export type Corpus = {
  readonly docs: readonly Doc[];
  /** clean pairs of units, for hit rates and lengths */
  readonly pairs: readonly { lang: string; pairs: Clean }[];
  /** name and checksum of every file read, in order */
  readonly files: readonly { name: string; sha256: string }[];
};

export const FOLDS = 3;
export const TASKS = {
  paragraphs: ['P', 'PH', 'N', 'Pnat'],
  sentences: ['S', 'S20'],
} as const;
const LANGS = ['vi', 'ro'];

/** Books of the Bible by fold: law and history, poetry and prophets, New Testament. */
const BOOK_FOLD: Record<string, number> = { Gen: 0, '1Sam': 0, Ps: 1, Isa: 1, Mark: 2, John: 2 };
const MANUAL_FOLD: Record<string, number> = {
  'boot-installer': 0,
  hardware: 0,
  'install-methods': 1,
  partitioning: 1,
  preseed: 2,
  welcome: 2,
};

/** Reads DIR/TASK/LANG; NTREX is test material by its licence note, the UDHR is gold of our own tests: both stay out. */
export function readCorpus(dir: string): Corpus {
  const docs: Doc[] = [];
  const files: Corpus['files'][number][] = [];
  const pairs: Corpus['pairs'][number][] = [];
  const read = (name: string) => {
    const bytes = readFileSync(join(dir, name));
    files.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
    return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  };
  for (const lang of LANGS) {
    for (const task of [...TASKS.paragraphs, ...TASKS.sentences]) {
      const folder = join(dir, task, lang);
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder).sort()) {
        const [, corpus, name] = /^(bible|dig)-\w\w-(.+)\.json$/.exec(file) ?? [];
        if (!corpus) continue;
        const fold = (corpus === 'bible' ? BOOK_FOLD : MANUAL_FOLD)[name];
        if (fold === undefined) throw new RangeError(`${file}: which fold?`);
        const { id, source, target, gold } = read(`${task}/${lang}/${file}`);
        docs.push({ id, task, lang, fold, source, target, gold });
        if (task === 'Pnat') {
          const units = (gold as Gold).filter(([s, t]) => s.length > 0 && t.length > 0);
          pairs.push({
            lang,
            pairs: units.map(([s, t]) => [
              s.map((i) => source[i]).join(' '),
              t.map((j) => target[j]).join(' '),
            ]),
          });
        }
      }
    }
    const folder = join(dir, 'scale', lang);
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.json.gz')) continue;
      pairs.push({ lang, pairs: cleanPairs(read(`scale/${lang}/${file}`)) });
    }
  }
  return { docs, pairs, files };
}

/** Units of the long text as they were before it was disturbed: cut ones joined again, nulls left out. */
function cleanPairs(doc: { source: string[]; target: string[]; gold: Gold }): Clean {
  return doc.gold
    .filter(([s, t]) => s.length > 0 && t.length > 0)
    .map(([s, t]) => [s.map((i) => doc.source[i]).join(' '), t.map((j) => doc.target[j]).join(' ')]);
}
