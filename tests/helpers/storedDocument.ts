import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { comment } from '@/db/schema';
import { NO_CHANGE } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import { makeText } from '@/lib/bitext/makeText';
import type { Bead, BeadId, DocumentState } from '@/lib/bitext/types';
import { seeded } from './randomDocument';

export type Stored = {
  projectId: string;
  documentId: string;
  /** Text ids by language. */
  texts: Record<string, string>;
  /** Bitext ids by target language. */
  bitexts: Record<string, string>;
};

const CONTENTS: Record<string, string[]> = {
  en: ['Anna came home. She wept. Nobody saw her.', 'Levin mowed all day. The sun set.'],
  vi: ['Anna về nhà. Nàng khóc.', 'Không ai thấy nàng.', 'Lê-vin cắt cỏ suốt ngày.'],
  ro: ['Anna a venit acasă și a plâns.', 'Nimeni n-a văzut-o.', 'Levin a cosit toată ziua.'],
};

/** A document with these texts and nothing aligned yet; the first language is the reference. */
export async function storeTexts(
  db: Db,
  projectId: string,
  contents: Record<string, readonly string[]> = CONTENTS,
): Promise<Stored> {
  const documentId = randomUUID();
  const stored: Stored = { projectId, documentId, texts: {}, bitexts: {} };
  await db.transaction(async (tx) => {
    await documents.insert(tx, {
      id: documentId,
      projectId,
      title: `Document ${documentId}`,
      createdBy: null,
    });
    for (const [k, [lang, paragraphs]] of Object.entries(contents).entries()) {
      const row = { id: randomUUID(), documentId, lang, isReference: k === 0, fileName: `${lang}.txt` };
      const origin = { format: 'txt', encoding: 'utf-8', checksum: 'ab'.repeat(32), warnings: [] };
      const made = makeText(paragraphs, lang, k === 0 ? 'sentence' : 'paragraph');
      stored.texts[lang] = row.id;
      const [bitextId] = await texts.insert(tx, { ...row, ...origin, ...made }, randomUUID);
      if (bitextId) stored.bitexts[lang] = bitextId;
    }
  });
  return stored;
}

/** A document of three languages with beads of all shapes in both bitexts. */
export async function storeAligned(
  db: Db,
  projectId: string,
  { seed = 1, contents = CONTENTS }: { seed?: number; contents?: Record<string, readonly string[]> } = {},
): Promise<Stored> {
  const stored = await storeTexts(db, projectId, contents);
  const random = seeded(seed);
  await db.transaction(async (tx) => {
    const { texts: states } = await alignments.load(tx, stored.documentId);
    for (const place of await alignments.bitextsOf(tx, stored.documentId)) {
      const [source, target] = [states[place.sourceTextId]!.borders, states[place.targetTextId]!.borders];
      const beads: Bead[] = [];
      for (let i = 0, j = 0; i + 1 < source.length || j + 1 < target.length; ) {
        const i1 = Math.min(source.length - 1, i + Math.floor(random() * 3));
        const j1 = Math.min(target.length - 1, j + Math.floor(random() * 3));
        if (i1 === i && j1 === j) continue;
        beads.push({
          id: randomUUID(),
          source: { start: source[i]!.at, end: source[i1]!.at },
          target: { start: target[j]!.at, end: target[j1]!.at },
          status: 'machine',
          origin: 'machine',
          confidence: 0.5,
          reason: null,
          authors: [],
          revision: 0,
        });
        [i, j] = [i1, j1];
      }
      const rows = beads.map((after) => ({ bitextId: place.id, before: null, after }));
      await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place]);
    }
  });
  return stored;
}

/** The whole document as it is stored now. */
export async function stateOf(db: Db, { documentId }: Stored): Promise<DocumentState> {
  const { texts: all, bitexts, comments } = await alignments.load(db, documentId);
  return { texts: all, bitexts, comments };
}

export async function beadsIn(db: Db, stored: Stored, lang: string): Promise<Bead[]> {
  return alignments.beadsOf(db, stored.bitexts[lang]!);
}

/** The revisions of all beads: what somebody has seen who has just loaded the page. */
export const seenIn = (state: DocumentState): Record<BeadId, number> =>
  Object.fromEntries(
    Object.values(state.bitexts).flatMap(({ beads }) => beads.map((bead) => [bead.id, bead.revision])),
  );

/** The input of an edit by somebody who has just loaded the page. */
export async function freshEdit(db: Db, stored: Stored, ...commands: BeadCommand[]) {
  const seen = seenIn(await stateOf(db, stored));
  return { documentId: stored.documentId, editId: randomUUID(), seen, commands };
}

export const commentsIn = (db: Db) => db.select().from(comment);
