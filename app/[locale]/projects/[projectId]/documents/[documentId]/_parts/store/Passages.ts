import { contentOf, readingOf } from '@/lib/bitext/segments';
import type { Paragraph, Span, TextState } from '@/lib/bitext/types';

/** Length of the pieces in which words are fetched, in UTF-16 units: some two screens of text. */
export const PIECE = 1 << 13;
/** Pieces kept, least recently wanted ones go first: some 13 MB of words. */
const KEPT = 800;
/** Pieces on their way at once. What is wanted beyond them waits, so that what is looked at later can come first. */
const MOST_COMING = 48;
const RETRY_MS = 2000;

export type FetchPiece = (textId: string, from: number, to: number) => Promise<readonly Paragraph[]>;

/**
 * The words of the document as far as they have been looked at. Texts are never rewritten, so a piece
 * that is here is right for ever; what is not here is fetched when it is wanted.
 */
export class Passages {
  private readonly pieces = new Map<string, readonly Paragraph[]>();
  private readonly coming = new Set<string>();
  /** Wanted and not yet asked for, latest last: what is in sight now comes before what was passed by. */
  private readonly waiting = new Map<string, { textId: string; piece: number; isSight: boolean }>();
  private readonly listeners = new Set<() => void>();
  private sight: readonly { textId: string; span: Span }[] = [];
  private telling = false;
  private closed = false;

  constructor(
    private readonly fetchPiece: FetchPiece,
    /** Length of each text, in UTF-16 units. */
    private readonly lengthOf: (textId: string) => number,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Nothing more is fetched or told. */
  close(): void {
    this.closed = true;
    this.listeners.clear();
  }

  /** Sees to it that the words of `span` come, or stay. */
  want(textId: string, span: Span): void {
    this.note([{ textId, span }], false);
  }

  /** Sees to it that the words in sight come first; what was in sight before and is not on its way yet is let go. */
  look(spans: readonly { textId: string; span: Span }[]): void {
    for (const [key, { isSight }] of this.waiting) if (isSight) this.waiting.delete(key);
    this.sight = spans;
    this.note(spans, true);
  }

  private note(spans: readonly { textId: string; span: Span }[], isSight: boolean): void {
    for (const { textId, span } of spans)
      for (const piece of this.piecesOf(textId, span)) {
        const key = keyOf(textId, piece);
        const here = this.pieces.get(key);
        if (here) {
          this.pieces.delete(key);
          this.pieces.set(key, here);
        } else if (!this.coming.has(key)) {
          const known = this.waiting.get(key);
          this.waiting.delete(key);
          this.waiting.set(key, { textId, piece, isSight: isSight && (known?.isSight ?? true) });
        }
      }
    this.fetchNext();
  }

  /** The words as corrected; null while any of them are on their way. */
  reading(text: TextState, span: Span): string | null {
    const paragraphs = this.covering(text.id, span);
    return paragraphs && readingOf({ paragraphs, corrections: text.corrections }, span);
  }

  /** The words as imported; null while any of them are on their way. */
  content(textId: string, span: Span): string | null {
    const paragraphs = this.covering(textId, span);
    return paragraphs && contentOf({ paragraphs }, span);
  }

  /** `text` with its words as far as `span` goes; null while any of them are on their way. */
  fill(text: TextState, span: Span): TextState | null {
    const paragraphs = this.covering(text.id, span);
    return paragraphs && { ...text, paragraphs };
  }

  private covering(textId: string, span: Span): Paragraph[] | null {
    const found: Paragraph[] = [];
    for (const piece of this.piecesOf(textId, span)) {
      const paragraphs = this.pieces.get(keyOf(textId, piece));
      if (!paragraphs) return null;
      found.push(...paragraphs);
    }
    return found;
  }

  private piecesOf(textId: string, { start, end }: Span): number[] {
    const pieces: number[] = [];
    const last = Math.min(end, this.lengthOf(textId));
    for (let piece = Math.floor(start / PIECE); piece * PIECE < last; piece++) pieces.push(piece);
    return pieces;
  }

  private fetchNext(): void {
    for (const [key, { textId, piece }] of [...this.waiting].reverse()) {
      if (this.coming.size >= MOST_COMING || this.closed) return;
      this.waiting.delete(key);
      void this.fetch(key, textId, piece);
    }
  }

  private async fetch(key: string, textId: string, piece: number): Promise<void> {
    this.coming.add(key);
    try {
      const end = Math.min((piece + 1) * PIECE, this.lengthOf(textId));
      const paragraphs = await this.fetchPiece(textId, piece * PIECE, end);
      this.pieces.set(key, paragraphs);
      while (this.pieces.size > KEPT) this.pieces.delete(this.pieces.keys().next().value!);
    } catch {
      // The connection is lost: whoever looks at the place again, or still does, asks again.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    this.coming.delete(key);
    this.tellSoon();
  }

  /** Pieces that come together are told of once. */
  private tellSoon(): void {
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      for (const listener of this.listeners) listener();
      // What is still in sight and did not come is asked for again.
      this.note(this.sight, true);
    });
  }
}

const keyOf = (textId: string, piece: number): string => `${textId}/${piece}`;
