/** The documents weights are estimated from, and which fold each belongs to. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Clean, type Gold, synthesize } from './synthesize';

export type Doc = {
  readonly id: string;
  readonly task: string;
  readonly lang: string;
  /** 0..2: documents of one fold share no text with those of the others */
  readonly fold: number;
  readonly made: boolean;
  readonly source: string[];
  readonly target: string[];
  readonly gold: Gold;
};

export type Corpus = {
  readonly docs: readonly Doc[];
  /** clean pairs of units, for hit rates */
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

/** Books of the Bible by fold: law and history, poetry and prophets, New Testament. The long text is cut at the same places. */
const BOOK_FOLD: Record<string, number> = { Gen: 0, '1Sam': 0, Ps: 1, Isa: 1, Mark: 2, John: 2 };
const SCALE_CUTS = [0.36, 0.765];
const MANUAL_FOLD: Record<string, number> = {
  'boot-installer': 0,
  hardware: 0,
  'install-methods': 1,
  partitioning: 1,
  preseed: 2,
  welcome: 2,
};

/** Pairs in a document made of the long text, and the task each gets in turn. */
const CHUNK = 100;
const STRIDE = 6;
const TURNS = ['N', 'S20', 'PH', 'S', 'N', 'S20', 'P', 'S20', 'PH', 'S'];

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
        docs.push({ id, task, lang, fold, made: false, source, target, gold });
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
      const all = cleanPairs(read(`scale/${lang}/${file}`));
      const borders = [0, ...SCALE_CUTS.map((share) => Math.floor(share * all.length)), all.length];
      for (let fold = 0; fold < FOLDS; fold++) {
        const part = all.slice(borders[fold], borders[fold + 1]);
        pairs.push({ lang, pairs: part });
        docs.push(...made(part, lang, fold));
      }
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

/** Every STRIDE-th chunk of a part becomes a document. */
function made(part: Clean, lang: string, fold: number): Doc[] {
  const out: Doc[] = [];
  const chunks = Math.floor(part.length / CHUNK);
  for (let c = 0; c < chunks; c += STRIDE) {
    const task = TURNS[(c / STRIDE) % TURNS.length];
    const far = ((c + Math.floor(chunks / 2)) % chunks) * CHUNK;
    const id = `${task}-${lang}-${fold}-${c}`;
    const text = synthesize(task, id, part.slice(c * CHUNK, (c + 1) * CHUNK), part.slice(far, far + CHUNK));
    out.push({ id, task, lang, fold, made: true, ...text });
  }
  return out;
}
