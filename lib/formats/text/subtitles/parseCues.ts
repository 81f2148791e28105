import { isBlank, type TextLine } from '../lines';

/** Hours may be missing or short, and programs write `.` and `,` as they like: 1:02:03,4 and 02:03.456 are times. */
const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?`;
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*--?>\s*${TIME}(?:\s.*)?$`, 'u');
const NUMBER = /^\s*(\d+)\s*$/u;

/** The lines of text of one cue. */
export type Cue = string[];

export const isCueTime = (line: string): boolean => TIMES.test(line);

/**
 * The cues of a subtitle file, by their lines with times, which no text looks like. All before the first is left out:
 * the header of WebVTT, its comments and styles. In SubRip a cue goes on to the next time, so that blank lines inside
 * it, which careless programs leave, lose nothing; the number of the next cue is taken off. In WebVTT a blank line ends
 * it, and blocks that are no cues (NOTE, STYLE, REGION, names) have no time.
 *
 * SubRip has no specification: this is what programs write, as VLC and FFmpeg read it. WebVTT: W3C, section 6.2.
 */
export function* parseCues(lines: Iterable<TextLine>, kind: 'srt' | 'vtt'): Generator<Cue> {
  let cue: string[] | null = null;
  let number = 0;
  let before = '';
  for (const { content } of lines) {
    if (isCueTime(content)) {
      if (cue) yield kind === 'srt' ? withoutNumber(cue, number) : cue;
      number = Number(NUMBER.exec(before)?.[1] ?? number + 1);
      cue = [];
    } else if (cue && kind === 'vtt' && isBlank(content)) {
      yield cue;
      cue = null;
    } else cue?.push(content);
    before = content;
  }
  if (cue) yield cue;
}

/** The number of the next cue stands after a blank line, or right below the text when somebody took that line out. */
function withoutNumber(lines: Cue, number: number): Cue {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const next = NUMBER.exec(lines[last] ?? '')?.[1];
  if (next === undefined) return lines;
  const apart = last === 0 ? false : isBlank(lines[last - 1]!);
  return apart || Number(next) === number + 1 ? lines.slice(0, last) : lines;
}
