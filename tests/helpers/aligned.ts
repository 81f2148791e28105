import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import * as changes from '@/db/queries/changes';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { NO_CHANGE } from '@/lib/bitext/change';
import { beadsFromLadder } from '@/lib/bitext/fromLadder';
import { makeText } from '@/lib/bitext/makeText';
import type { Bead } from '@/lib/bitext/types';

const PARAGRAPHS = {
  en: [
    'All happy families are alike.',
    'Each unhappy family is unhappy in its own way.',
    'Everything was upset.',
  ],
  vi: [
    'Mọi gia đình hạnh phúc đều giống nhau.',
    'Mỗi gia đình bất hạnh lại khổ một cách.',
    'Mọi thứ đảo lộn.',
  ],
  ro: [
    'Toate familiile fericite se aseamănă.',
    'Fiecare familie nefericită e altfel.',
    'Totul era răsturnat.',
  ],
};

export type Aligned = {
  documentId: string;
  /** Of each translation, in order: three beads of one paragraph each. */
  bitexts: Record<'vi' | 'ro', { id: string; beads: Bead[] }>;
};

/** A document with an English reference and two translations, aligned paragraph to paragraph. */
export async function makeAligned(db: Db, projectId: string): Promise<Aligned> {
  const documentId = randomUUID();
  await db.transaction(async (tx) => {
    await documents.insert(tx, { id: documentId, projectId, title: documentId, createdBy: null });
    for (const [lang, contents] of Object.entries(PARAGRAPHS)) {
      const row = {
        ...{ id: randomUUID(), documentId, lang, isReference: lang === 'en', fileName: null, format: 'txt' },
        ...{ encoding: 'utf-8', checksum: 'ab'.repeat(32), warnings: [], importedBy: null },
      };
      await texts.insert(tx, { ...row, ...makeText(contents, lang, 'paragraph') }, randomUUID);
    }
  });
  const vi = await align(db, documentId, 'vi');
  const ro = await align(db, documentId, 'ro');
  return { documentId, bitexts: { vi, ro } };
}

/** One paragraph to one, without the engine. */
async function align(db: Db, documentId: string, lang: string): Promise<{ id: string; beads: Bead[] }> {
  return db.transaction(async (tx) => {
    const state = await alignments.load(tx, documentId);
    const { id } = Object.values(state.bitexts).find((one) => state.texts[one.targetTextId]?.lang === lang)!;
    const place = (await alignments.findBitext(tx, id))!;
    const bordersOf = (textId: string) => state.texts[textId]!.borders;
    const [source, target] = [bordersOf(place.sourceTextId), bordersOf(place.targetTextId)];
    const ladder = source.flatMap((_, cut) => [cut, cut]);
    const made = beadsFromLadder({ ladder, confidence: source.map(() => 0.9) }, source, target, randomUUID);
    const rows = made.map((after) => ({ bitextId: id, before: null, after }));
    const saved = await changes.save(tx, { ...NO_CHANGE, beads: rows }, [place]);
    return { id, beads: saved.beads.map((row) => row.after!) };
  });
}
