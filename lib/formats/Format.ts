/** What is known of a format without loading its code; the row is `format.ts` in the format's own folder. */
export type Format = {
  id: string;
  /** What it is called in English. Where this describes more than it names, `Formats.<id>` has it in every language. */
  name: string;
  /** Without the dot; the first is the one that files are written with. */
  extensions: readonly string[];
  mimeType: string;
  specification: string;
  /** Can texts be imported from it? */
  reads: boolean;
  /** Can alignments be exported to it? */
  writes: boolean;
  /** Can aligned texts be imported from it? */
  readsAligned?: boolean;
  /** What does not come back from it, in a few English words; for the table in the README. */
  loses?: string;
  /** Holds two languages, never more. */
  pairOnly?: boolean;
  /** Keeps units of several documents apart in one file. Of the others there is a file a document. */
  holdsDocuments?: boolean;
  /** Has the texts as a whole, which can stand in no other order than their own. */
  holdsTexts?: boolean;
  /** Keeps each language's own beads where several are joined in a unit; see `ExportUnit.links`. */
  holdsLinks?: boolean;
  /** Can it hold a unit that has a text in one language only? Decides what `nulls` is when nobody says. */
  holdsNulls: boolean;
};
