import { contentOf, readingOf } from '@/lib/bitext/segments';
import type { Paragraph, Span, TextState } from '@/lib/bitext/types';

/** Length of the pieces in which words are fetched, in UTF-16 units: some three screens of text. */
export const PIECE = 1 << 14;
/** Pieces kept, least recently wanted ones go first: some 13 MB of words. */
const KEPT = 400;
const RETRY_MS = 2000;

export type FetchPiece = (textId: string, from: number, to: number) => Promise<readonly Paragraph[]>;

/**
 * The words of the document as far as they have been looked at. Texts are never rewritten, so a piece
 * that is here is right for ever; what is not here is fetched when it is wanted.
 */
export class Passages {
  private readonly pieces = new Map<string, readonly Paragraph[]>();
  private readonly coming = new Set<string>();
  private readonly listeners = new Set<() => void>();
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
    for (const piece of this.piecesOf(textId, span)) {
      const key = keyOf(textId, piece);
      const here = this.pieces.get(key);
      if (here) {
        this.pieces.delete(key);
        this.pieces.set(key, here);
      } else void this.fetch(textId, piece);
    }
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

  private async fetch(textId: string, piece: number): Promise<void> {
    const key = keyOf(textId, piece);
    if (this.coming.has(key) || this.closed) return;
    this.coming.add(key);
    try {
      const end = Math.min((piece + 1) * PIECE, this.lengthOf(textId));
      const paragraphs = await this.fetchPiece(textId, piece * PIECE, end);
      this.pieces.set(key, paragraphs);
      while (this.pieces.size > KEPT) this.pieces.delete(this.pieces.keys().next().value!);
      this.coming.delete(key);
      for (const listener of this.listeners) listener();
    } catch {
      // The connection is lost: whoever looks at the place again, or still does, asks again.
      setTimeout(() => {
        this.coming.delete(key);
        for (const listener of this.listeners) listener();
      }, RETRY_MS);
    }
  }
}

const keyOf = (textId: string, piece: number): string => `${textId}/${piece}`;
