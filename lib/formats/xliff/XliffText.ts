/** Codes of the original's format stand in these (1.2, section 2.3.1); `g`, `mrk`, `pc` and `hi` hold text. */
const CODES = new Set(['bpt', 'ept', 'it', 'ph', 'sub', 'x', 'bx', 'ex', 'sc', 'ec', 'sm', 'em']);
/** What Trados marks as taken out in a revision, so that the text is the one with all changes accepted. */
const DELETED = 'x-sdl-deleted';
/** Codes that stand for a line break (1.2 `ctype`, 2.x `subType`). */
const BREAKS = new Set(['lb', 'xlf:lb']);

/**
 * The text of a `source`, `seg-source` or `target` while it is read: whole, and by the segments that `mrk` marks in it
 * (1.2, section 2.6: `mtype="seg"`, one `mid` each). Inline codes are left out, and counted by the caller.
 */
export class XliffText {
  #whole = '';
  /** By `mid`, in order. */
  readonly segments = new Map<string, string>();
  /** Something other than white space stands between the segments. */
  hasLoose = false;
  #codes = 0;
  #segment: string | null = null;
  readonly #marks: ('segment' | 'deleted' | null)[] = [];
  #deletions = 0;

  /** @param preserves white space is text; else line breaks with indentation only lay the file out (`xml:space`). */
  constructor(private readonly preserves: boolean) {}

  get text(): string {
    return this.#laidOut(this.#whole);
  }

  /** The segment with this `mid`; empty when there is none. */
  segment(mid: string): string {
    return this.#laidOut(this.segments.get(mid) ?? '');
  }

  #laidOut(text: string): string {
    if (this.preserves) return text;
    // What looks behind keeps a long run of blanks from being gone through again from each of them.
    return withoutLastLine(text.replace(/^[ \t]*\r?\n[ \t\r\n]*/u, '')).replace(
      /(?<![ \t])[ \t]*\r?\n[ \t]+/gu,
      ' ',
    );
  }

  /** @returns whether it is an inline code, the outermost one */
  open(tag: string, attributes: Record<string, string>): boolean {
    if (tag === 'mrk') {
      const isSegment = attributes.mtype === 'seg' && attributes.mid !== undefined && this.#segment === null;
      const isDeleted = attributes.mtype === DELETED;
      this.#marks.push(isSegment ? 'segment' : isDeleted ? 'deleted' : null);
      if (isDeleted) this.#deletions++;
      if (isSegment) {
        this.#segment = attributes.mid;
        this.segments.set(attributes.mid, this.segments.get(attributes.mid) ?? '');
      }
      return false;
    }
    if (tag === 'cp') {
      const code = Number.parseInt(attributes.hex ?? '', 16);
      if (code >= 0 && code <= 0x10ffff) this.add(String.fromCodePoint(code));
      return false;
    }
    if (!CODES.has(tag)) return false;
    if (BREAKS.has(attributes.ctype ?? attributes.subType ?? '')) this.add('\n');
    return this.#codes++ === 0;
  }

  close(tag: string): void {
    if (tag === 'mrk') {
      const mark = this.#marks.pop();
      if (mark === 'segment') this.#segment = null;
      if (mark === 'deleted') this.#deletions--;
    } else if (CODES.has(tag)) this.#codes--;
  }

  add(piece: string): void {
    if (this.#codes > 0 || this.#deletions > 0) return;
    this.#whole += piece;
    if (this.#segment !== null) this.segments.set(this.#segment, this.segments.get(this.#segment)! + piece);
    else if (piece.trim()) this.hasLoose = true;
  }
}

/** The text without the line break and indentation that its closing tag stands behind. */
function withoutLastLine(text: string): string {
  let end = text.length;
  let cut = end;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1])) if (text[--end] === '\n') cut = end;
  if (cut === text.length) return text;
  return text.slice(0, text[cut - 1] === '\r' ? cut - 1 : cut);
}
