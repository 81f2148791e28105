import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { project } from './project';

/** A pair of words as stored: source key, target key, times together, beads that hold either. */
export type StoredPair = [
  source: string,
  target: string,
  together: number,
  sourceCount: number,
  targetCount: number,
];

/**
 * What the confirmed beads of a project have taught about one pair of languages.
 * - Computed from beads and texts, so it may be thrown away at any time and is made again.
 * - Written as a whole: nobody reads half of an old one with half of a new one.
 * - Bounded: a lexicon is read for every run that is aligned again.
 */
export const learntLexicon = pgTable(
  'learnt_lexicon',
  {
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id, { onDelete: 'cascade' }),
    sourceLang: text('source_lang').notNull(),
    targetLang: text('target_lang').notNull(),
    /** How many linked beads somebody vouched for when it was made. */
    beads: integer().notNull(),
    /** Changes whenever those beads do. */
    stamp: text().notNull(),
    pairs: jsonb().$type<StoredPair[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.sourceLang, t.targetLang] }),
    check('learnt_lexicon_two_langs', sql`${t.sourceLang} <> ${t.targetLang}`),
    check('learnt_lexicon_beads_valid', sql`${t.beads} >= 0`),
    check(
      'learnt_lexicon_pairs_bounded',
      sql`jsonb_typeof(${t.pairs}) = 'array' and jsonb_array_length(${t.pairs}) <= 20000`,
    ),
  ],
);
