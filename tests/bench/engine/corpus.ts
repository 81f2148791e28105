import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AlignInput } from '@/lib/align';

export const LANGS = ['vi', 'ro'] as const;
export type Lang = (typeof LANGS)[number];

export const TASKS = ['P', 'PH', 'Pnat', 'Pshort', 'N', 'Nx', 'S', 'S20'] as const;

export type GoldBead = readonly [source: readonly number[], target: readonly number[]];

/** A document whose alignment is known. `corpus` is the part of the file's name before the first hyphen. */
export type GoldDoc = {
  id: string;
  corpus: string;
  lang: Lang;
  source: string[];
  target: string[];
  gold: readonly GoldBead[];
};

/** The documents of a task, DIR/TASK/LANG/ID.json, in order of name; none if there is no such folder. */
export function readDocs(dir: string, task: string, lang: Lang): GoldDoc[] {
  const folder = join(dir, task, lang);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => toDoc(readFileSync(join(folder, name), 'utf8'), name, lang));
}

/** The one long document of a language, DIR/scale/LANG/*.json.gz. */
export function readLong(dir: string, lang: Lang): GoldDoc | null {
  const folder = join(dir, 'scale', lang);
  const name = existsSync(folder) ? readdirSync(folder).find((one) => one.endsWith('.json.gz')) : undefined;
  return name ? toDoc(gunzipSync(readFileSync(join(folder, name))).toString('utf8'), name, lang) : null;
}

function toDoc(json: string, name: string, lang: Lang): GoldDoc {
  const { source, target, gold } = JSON.parse(json);
  const id = name.replace(/\.json(\.gz)?$/, '');
  return { id, corpus: id.split('-')[0]!, lang, source, target, gold };
}

export const inputOf = (doc: GoldDoc, lang: string = doc.lang): AlignInput => ({
  source: { lang: 'en', segments: doc.source },
  target: { lang, segments: doc.target },
});

/** Cuts a document into two after the bead that brings the first to half of the source units: two chapters. */
export function halves(doc: GoldDoc): [GoldDoc, GoldDoc] {
  let units = 0;
  const at = doc.gold.findIndex(([s]) => {
    units += s.length;
    return 2 * units >= doc.source.length;
  });
  return [part(doc, 0, at + 1), part(doc, at + 1, doc.gold.length)];
}

/** Beads [from, to) of a document as a document. */
export function part(doc: GoldDoc, from: number, to: number): GoldDoc {
  const size = (beads: readonly GoldBead[], side: 0 | 1) =>
    beads.reduce((sum, bead) => sum + bead[side].length, 0);
  const [before, own] = [doc.gold.slice(0, from), doc.gold.slice(from, to)];
  const [i, j] = [size(before, 0), size(before, 1)];
  return {
    ...doc,
    source: doc.source.slice(i, i + size(own, 0)),
    target: doc.target.slice(j, j + size(own, 1)),
    gold: own.map(([s, t]) => [s.map((k) => k - i), t.map((k) => k - j)]),
  };
}

/** A document of about `units` source units: the first beads, the whole chained with itself as often as it takes. */
export function chained(doc: GoldDoc, units: number): GoldDoc {
  const out = { ...doc, source: [] as string[], target: [] as string[], gold: [] as GoldBead[] };
  while (out.source.length < units) {
    const [i, j] = [out.source.length, out.target.length];
    let [s, t] = [0, 0];
    for (const [source, target] of doc.gold) {
      if (i + s >= units) break;
      out.gold.push([source.map((k) => k + i), target.map((k) => k + j)]);
      s += source.length;
      t += target.length;
    }
    out.source.push(...doc.source.slice(0, s));
    out.target.push(...doc.target.slice(0, t));
  }
  return out;
}

/** The linked beads of a document as texts, as somebody would have confirmed them. */
export const confirmedTexts = (doc: GoldDoc): { source: string; target: string }[] =>
  doc.gold
    .filter(([s, t]) => s.length > 0 && t.length > 0)
    .map(([s, t]) => ({
      source: s.map((i) => doc.source[i]).join(' '),
      target: t.map((j) => doc.target[j]).join(' '),
    }));
