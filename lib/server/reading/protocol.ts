import type { Bead, Border, Paragraph } from '@/lib/bitext/types';
import type { AlignedOptions, AlignedWarning } from '@/lib/formats/aligned/AlignedDocument';
import type { ProjectLangs } from '@/lib/formats/aligned/chooseColumns';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import type { ReadOptions, TextDraft } from '@/lib/formats/text/TextDraft';
import type { Result } from '@/lib/result';

/** Files of one alignment, and what a person has chosen about them. */
export type AlignedTask = {
  files: { name: string; path: string }[];
  options: Omit<AlignedOptions, 'onProgress' | 'breathe'>;
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

/** Rows of the text with this number; beads are those of the first text with it. */
export type AlignedPiece = { text: number; paragraphs: Paragraph[]; borders: Border[]; beads: Bead[] };

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
  alignedPreview: { task: AlignedTask; answer: Result<AlignedPreview>; piece: never };
  alignedImport: { task: AlignedTask; answer: Result<AlignedHead>; piece: AlignedPiece };
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
