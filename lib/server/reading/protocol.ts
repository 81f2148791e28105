import type { BundleSummary } from '@/lib/bitext/bundle/BundleTally';
import type { LengthCurve } from '@/lib/bitext/lengthCurve';
import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import type { Unit } from '@/lib/bitext/units';
import type { AlignedOptions, AlignedWarning } from '@/lib/formats/aligned/AlignedDocument';
import type { ProjectLangs } from '@/lib/formats/aligned/chooseColumns';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import type { CorpusPreview } from '@/lib/formats/aligned/describeCorpus';
import type { Suspicion } from '@/lib/formats/aligned/findSuspicions';
import type { Attachment } from '@/lib/formats/attach/Attachment';
import type { ReadOptions, TextDraft, Warning } from '@/lib/formats/text/TextDraft';
import type { Result } from '@/lib/result';

/** Files of one alignment, and what a person has chosen about them. */
export type AlignedTask = {
  files: { name: string; path: string }[];
  options: Omit<AlignedOptions, 'onProgress'>;
  /** For each language of the files the project's, null to leave it out; undefined: guess. */
  langs: (string | null)[] | undefined;
  project: ProjectLangs;
  actorId: string;
  keepApprovals: boolean;
};

/** What an import stores, before its rows. */
export type AlignedHead = {
  format: string;
  encoding: string;
  warnings: AlignedWarning[];
  checksum: string;
  fileName: string;
  units: number;
  /** Reference first. */
  texts: { lang: string; lengthUtf16: number }[];
  /** How many there are in all bitexts. */
  beads: number;
};

/** Rows of the text with this number; beads are those of the first text with it, and come from its end to its beginning. */
export type AlignedPiece = { text: number; paragraphs: Paragraph[]; borders: Border[]; beads: Bead[] };

/** Files that hold several documents. */
export type CorpusTask = AlignedTask & {
  /** Numbers of those that are wanted, from 1; null: all that can be stored. */
  documents: number[] | null;
  /** Number of the one that the preview tells of in full. */
  show: number | null;
};

/** Each document before its rows, by what it is called. */
export type CorpusHead = { documents: (AlignedHead & { name: string })[] };

/** Rows of the document with this number in the head; documents come one after the other. */
export type CorpusPiece = AlignedPiece & { document: number };

/** The file of a text, what a person has chosen about it, and what it will stand beside. */
export type TextPreviewTask = {
  path: string;
  options: ReadOptions;
  /** The language that the person has chosen. */
  wanted: string | null;
  /** The project's languages, reference first, and those of them that the document lacks. */
  langs: string[];
  missing: string[];
  /** UTF-16 units of each paragraph. */
  reference: { lang: string; lengths: number[] } | null;
};

export type TextDescription = Omit<TextDraft, 'paragraphs'> & {
  detectedLang: string | null;
  /** The language that the split below was made for. */
  lang: string | null;
  paragraphCount: number;
  sentenceCount: number;
  characterCount: number;
  /** The first and the last paragraphs, each as its sentences. */
  first: { ordinal: number; sentences: string[] }[];
  last: { ordinal: number; sentences: string[] }[];
  /** The reference of the document, if it has one. `byRow`: both have equally many paragraphs, and the curve pairs them; else
   * it tells how far this text has come where the reference has come so far. */
  beside: {
    lang: string;
    paragraphCount: number;
    byRow: boolean;
    curve: LengthCurve;
    suspicions: Suspicion[];
  } | null;
};

export type TextImportTask = {
  path: string;
  options: ReadOptions;
  lang: string;
  unit: Unit;
  /** Each chosen chapter a text of its own. */
  byChapter: boolean;
};

/** What an import of a text stores, before its rows: one part, or one a chapter. */
export type TextHead = {
  format: string;
  encoding: string;
  warnings: Warning[];
  checksum: string;
  title: string | null;
  /** `ordinal`: of the chapter, from 1; null when the text is all there is. */
  parts: { title: string | null; ordinal: number | null; lengthUtf16: number }[];
};

/** Rows of the part with this number. */
export type TextPiece = { part: number; paragraphs: Paragraph[]; borders: Border[] };

/**
 * What the reading thread can be asked, by kind: a task, the answer to it, and the pieces that follow the answer when
 * it is too large for one message. Everything here crosses between threads: data only.
 */
export type Readings = {
  text: {
    task: { path: string; options: ReadOptions };
    answer: Result<{ draft: TextDraft; checksum: string }>;
    piece: never;
  };
  textPreview: { task: TextPreviewTask; answer: Result<TextDescription>; piece: never };
  textImport: { task: TextImportTask; answer: Result<TextHead>; piece: TextPiece };
  alignedPreview: { task: AlignedTask; answer: Result<AlignedPreview>; piece: never };
  alignedImport: { task: AlignedTask; answer: Result<AlignedHead>; piece: AlignedPiece };
  corpusPreview: { task: CorpusTask; answer: Result<CorpusPreview>; piece: never };
  corpusImport: { task: CorpusTask; answer: Result<CorpusHead>; piece: CorpusPiece };
  bundle: { task: { path: string }; answer: Result<BundleSummary>; piece: never };
  attachment: { task: Pick<AlignedTask, 'files' | 'options'>; answer: Result<Attachment>; piece: never };
};

export type ReadKind = keyof Readings;
export type ReadTask<K extends ReadKind = ReadKind> = {
  [One in K]: { kind: One } & Readings[One]['task'];
}[K];

/** To the thread. `next` asks for the piece after this one: none is made before it is asked for. */
export type ReadRequest = { type: 'read'; task: ReadTask } | { type: 'next' };

/** From the thread. `end`: there are no more pieces. */
export type ReadMessage =
  | { type: 'progress'; share: number }
  | { type: 'answer'; answer: unknown }
  | { type: 'piece'; piece: unknown }
  | { type: 'end' }
  | { type: 'failed'; name: string; message: string; stack: string | undefined };
