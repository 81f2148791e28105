import { decodeLegacy, guessOtherScripts, LATIN_ENCODINGS } from './legacyEncodings';
import { type DecodingScore, scoreDecoding } from './scoreDecoding';

const SAMPLE_BYTES = 32 * 1024;
/** Nats a byte outside ASCII: below this the best Latin reading is noise. */
const NOISE = -7;
/** Share of letters outside ASCII above which a text is hardly in Latin letters; Vietnamese has about a third. */
const FOREIGN_SHARE = 0.5;
const LETTER = /(?!\p{ASCII})\p{L}/u;
/** Nats by which the best reading must lead those that say something else. */
const CLEAR_LEAD = 3;
/** Which encodings were usual for a language, best first: decides between readings that say the same. */
const USUAL: Record<DecodingScore['lang'], readonly string[]> = {
  vi: ['windows-1258', 'tcvn3', 'vni', 'viscii'],
  ro: ['windows-1250', 'iso-8859-16', 'iso-8859-2'],
  western: ['windows-1252'],
  central: ['windows-1250', 'iso-8859-2'],
};

export type RankedEncodings = { encodings: string[]; uncertain: boolean };

/**
 * The encodings that the bytes could be in, best first. Each candidate is decoded and its characters outside
 * ASCII are scored as Vietnamese, Romanian or another Latin-script language; `lang`, when the caller knows it,
 * counts for one in ten letters.
 */
export function rankEncodings(bytes: Uint8Array, lang?: string): RankedEncodings {
  const sample = telling(bytes);
  const highBytes = count(sample, (byte) => byte > 0x7f);
  const asciiLetters = count(sample, (byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
  const ranked = LATIN_ENCODINGS.map((encoding) => {
    const text = decodeLegacy(sample, encoding);
    const score = scoreDecoding(text);
    // Nothing but quotation marks and the like: most such files are English.
    const usualOnes = LETTER.test(text) ? USUAL[score.lang] : USUAL.western;
    const place = usualOnes.indexOf(encoding);
    const usual = place < 0 ? -3 : -place;
    const wished = score.lang === lang ? highBytes * 0.23 : 0;
    return { encoding, reading: unifyCedilla(text), score: score.logLikelihood + usual + wished };
  }).sort((a, b) => b.score - a.score);
  const encodings: string[] = ranked.map(({ encoding }) => encoding);
  const best = ranked[0]!;
  const noise = best.score < highBytes * NOISE;
  const foreign = highBytes > (highBytes + asciiLetters) * FOREIGN_SHARE;
  const others = noise || foreign ? readableOtherScripts(sample) : [];
  const rival = ranked.find(({ reading }) => reading !== best.reading);
  const uncertain = others.length > 1 || noise || best.score - (rival?.score ?? -Infinity) < CLEAR_LEAD;
  return { encodings: [...others, ...encodings], uncertain };
}

/** ş and ș are one letter to a reader, so that two readings that differ in nothing else are one. */
function unifyCedilla(text: string): string {
  return text.replaceAll('ş', 'ș').replaceAll('Ş', 'Ș').replaceAll('ţ', 'ț').replaceAll('Ţ', 'Ț');
}

function count(bytes: Uint8Array, test: (byte: number) => boolean): number {
  return bytes.reduce((sum, byte) => sum + (test(byte) ? 1 : 0), 0);
}

/** The lines that hold bytes outside ASCII, up to `SAMPLE_BYTES`: the only ones that tell encodings apart. */
export function telling(bytes: Uint8Array, limit = SAMPLE_BYTES): Uint8Array {
  const sample = new Uint8Array(Math.min(limit, bytes.length));
  let length = 0;
  for (let start = 0; start < bytes.length && length < sample.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = Math.min(newline < 0 ? bytes.length : newline + 1, start + sample.length - length);
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte > 0x7f)) {
      sample.set(line, length);
      length += line.length;
    }
    start = newline < 0 ? bytes.length : newline + 1;
  }
  return sample.subarray(0, length);
}

/** Nine in ten of their letters outside ASCII belong to one script, and nothing is undefined. */
function readableOtherScripts(sample: Uint8Array): string[] {
  return guessOtherScripts(sample).filter((encoding) => {
    const text = decodeLegacy(sample, encoding);
    const letters = text.match(/[^\u0020-\u007f]/gu)?.filter((letter) => /\p{L}/u.test(letter)) ?? [];
    const scripts = [
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
      /\p{Script=Hangul}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
    ];
    const most = Math.max(...scripts.map((script) => letters.filter((letter) => script.test(letter)).length));
    return !text.slice(0, -2).includes('\ufffd') && most > letters.length * 0.9;
  });
}
