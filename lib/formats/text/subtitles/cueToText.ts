import type { Cue } from './parseCues';

/** Marks that programs understand: SubRip's HTML, `{\an8}` and its like of SubStation, MicroDVD's `{y:i}`. */
const SRT_MARKUP =
  /<\/?(?:i|b|u|s|em|strong|font|span|c|ruby|rt|lang|v)(?:[\s.][^<>]*)?>|\{\\[^{}]*\}|\{[a-zA-Z]:[^{}]*\}|<br\s*\/?>/giu;
/** WebVTT, section 6.4: whatever stands in angle brackets is a tag or a time. Converters leave those of SubStation behind. */
const VTT_MARKUP = /<[^<>]*>|\{\\[^{}]*\}/gu;
const VTT_READING = /<rt(?:\.[^<>]*)?>[\s\S]*?(?:<\/rt>|(?=<\/ruby>)|$)/gu;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/**
 * The text of a cue: markup and names of voices out, its lines joined by a space. Times of karaoke go, and so do the
 * readings above ruby text. Only WebVTT has entities; in SubRip `&amp;` is what stands on the screen.
 */
export function cueToText(cue: Cue, kind: 'srt' | 'vtt'): string {
  const text = cue.join('\n');
  const bare =
    kind === 'vtt'
      ? decodeEntities(text.replace(VTT_READING, '').replace(VTT_MARKUP, ''))
      : text.replace(SRT_MARKUP, (mark) => (/^<br/iu.test(mark) ? '\n' : ''));
  // `\N` is the line break of SubStation that converters leave behind.
  return bare
    .split(/\n|\\[Nn](?=\S|$)/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}
