import 'server-only';
import type { Db, Tx } from '@/db/client';
import * as alignments from '@/db/queries/alignments';
import { changedStretches } from '@/db/queries/changedStretches';
import * as history from '@/db/queries/history';
import { BeadPages, BorderPages, type TextColumns } from '@/db/queries/outlinePages';
import * as texts from '@/db/queries/texts';
import type { OpenDocument } from './openDocument';

type Bitext = Awaited<ReturnType<typeof alignments.bitextsOf>>[number];
type Reading = Omit<OpenDocument, 'id' | 'title'>;

/**
 * A document being read in short queries while people work in it: after everything was read once, only the stretches
 * that have changed meanwhile are read again, until nothing has.
 */
export class DocumentReading {
  #seq = 0;
  #bitexts: Bitext[] = [];
  #beads = new Map<string, BeadPages>();
  #borders = new Map<string, BorderPages>();
  #disputed: ReadonlySet<string> = new Set();
  #columns = new Map<string, TextColumns>();

  constructor(
    private readonly id: string,
    private readonly langs: readonly string[],
    private readonly stretch: number,
    private readonly signal?: AbortSignal,
  ) {}

  /** Reads all of it. */
  async read(db: Db | Tx): Promise<void> {
    this.#seq = await history.lastSeq(db, this.id);
    this.#bitexts = await this.#alignedBitexts(db);
    const needed = new Set(this.#bitexts.flatMap((row) => [row.sourceTextId, row.targetTextId]));
    const heads = (await texts.listOf(db, this.id)).filter((head) => needed.has(head.id));
    this.#borders = new Map(heads.map((head) => [head.id, new BorderPages(head, this.stretch)]));
    this.#beads = new Map(this.#bitexts.map((row) => [row.id, new BeadPages(row, this.stretch)]));
    for (const pages of this.#borders.values()) await pages.read(db, undefined, this.signal);
    for (const pages of this.#beads.values()) await pages.read(db, undefined, this.signal);
    await this.#readSmallThings(db);
  }

  /** Reads again what has changed since it was last looked at. @returns whether there was something. */
  async catchUp(db: Db | Tx): Promise<boolean> {
    const bitexts = await this.#alignedBitexts(db);
    const until = await history.lastSeq(db, this.id);
    if (until === this.#seq && sameBitexts(bitexts, this.#bitexts, true)) return false;
    const since = this.#seq;
    const changed = sameBitexts(bitexts, this.#bitexts, false)
      ? await changedStretches(db, this.id, { since, until, stretch: this.stretch })
      : null;
    if (!changed) {
      await this.read(db);
      return true;
    }
    for (const [id, stretches] of changed)
      await (this.#beads.get(id) ?? this.#borders.get(id))?.read(db, stretches);
    this.#seq = until;
    this.#bitexts = bitexts;
    await this.#readSmallThings(db);
    return true;
  }

  /** What was read, which is of one moment once there was nothing to catch up with. */
  result(): Reading {
    const bitexts: Reading['bitexts'] = new Map(
      this.#bitexts.map(({ id, lang, revision }) => [
        lang,
        { outline: this.#beads.get(id)!.outline(), revision },
      ]),
    );
    return { seq: this.#seq, bitexts, texts: this.#columns, disputed: this.#disputed };
  }

  /** Made by people one by one, and few. */
  async #readSmallThings(db: Db | Tx): Promise<void> {
    this.#disputed = await alignments.disputedOf(
      db,
      this.#bitexts.map(({ id }) => id),
    );
    this.#columns = new Map();
    for (const [id, pages] of this.#borders) this.#columns.set(id, await pages.columns(db));
  }

  async #alignedBitexts(db: Db | Tx): Promise<Bitext[]> {
    const rows = await alignments.bitextsOf(db, this.id);
    return rows.filter(({ origin, lang }) => origin !== null && this.langs.includes(lang));
  }
}

function sameBitexts(a: readonly Bitext[], b: readonly Bitext[], sameRevisions: boolean): boolean {
  const stamp = ({ id, sourceTextId, targetTextId, revision }: Bitext) =>
    [id, sourceTextId, targetTextId, sameRevisions ? revision : ''].join(' ');
  return a.map(stamp).join() === b.map(stamp).join();
}
