import { coverage, OWN_LANGS, type OwnLang, wordEvidence } from './wordEvidence';

/** Enough to be sure of any text, and quick on a novel. */
const SAMPLE_WORDS = 1_500;
/** How much of a text must be known words before the general detector is not believed against us. */
const KNOWN_SHARE: Record<OwnLang, number> = { en: 0.3, ro: 0.25, vi: 0.85 };

export type DetectedLang = { lang: string | null; confidence: number };

/**
 * The language of a text. English, Romanian (with or without diacritics) and Vietnamese (likewise) are told apart by
 * our own evidence, which also holds for a single sentence; whether it is one of the three at all, and which of some
 * sixty others it is, by `eld` (n-grams), whose data is loaded at the first call.
 *
 * @param declared language that the file names itself; believed when nothing else can be said
 */
export async function detectLang(
  text: string | readonly string[],
  declared: string | null = null,
): Promise<DetectedLang> {
  const paragraphs = typeof text === 'string' ? [text] : text;
  const words = sampleWords(paragraphs);
  const fallback = declared?.split(/[-_]/u)[0]?.toLowerCase() || null;
  const general = await detectGenerally(paragraphs);
  if (words.length === 0 || mostlyOtherScript(paragraphs)) {
    return general.lang
      ? { lang: general.lang, confidence: 0.9 }
      : { lang: fallback, confidence: fallback ? 0.5 : 0 };
  }
  const own = strongestOwn(words, general.scores);
  const known = coverage(words, own.lang) >= KNOWN_SHARE[own.lang];
  const rival = general.lang !== null && !isOwn(general.lang) && general.reliable ? general : null;
  if (rival && !known)
    return { lang: rival.lang, confidence: round(Math.min(0.5 + rival.lead, 1 - 0.7 ** words.length)) };
  if (known || general.lang === own.lang) return own;
  if (fallback) return { lang: fallback, confidence: 0.5 };
  return { lang: own.lang, confidence: round(own.confidence * 0.6) };
}

/** Posterior among the three; the general detector's scores count like a few words. */
function strongestOwn(
  words: readonly string[],
  scores: Record<string, number>,
): { lang: OwnLang; confidence: number } {
  const evidence = wordEvidence(words);
  for (const lang of OWN_LANGS) evidence[lang] += 4 * (scores[lang] ?? 0);
  const ranked = [...OWN_LANGS].sort((a, b) => evidence[b] - evidence[a]);
  const best = ranked[0]!;
  const total = OWN_LANGS.reduce((sum, lang) => sum + Math.exp(evidence[lang] - evidence[best]), 0);
  // One word proves little, however well it fits.
  return { lang: best, confidence: round(Math.min(1 / total, 1 - 0.4 ** words.length)) };
}

type General = { lang: string | null; reliable: boolean; lead: number; scores: Record<string, number> };

async function detectGenerally(paragraphs: readonly string[]): Promise<General> {
  const { eld } = await import('eld/small');
  let sample = '';
  for (const paragraph of spread(paragraphs)) {
    sample += `${paragraph.slice(0, 500)}\n`;
    if (sample.length > 4_000) break;
  }
  const detected = eld.detect(sample.normalize('NFC'));
  const scores = detected.getScores();
  const best = scores[detected.language] ?? 0;
  const own = Math.max(...OWN_LANGS.map((lang) => scores[lang] ?? 0));
  return {
    lang: detected.language || null,
    reliable: detected.isReliable(),
    lead: Math.max(0, best - own),
    scores,
  };
}

/** Words in Latin letters from all over the text, lower case, composed. */
function sampleWords(paragraphs: readonly string[]): string[] {
  const words: string[] = [];
  for (const paragraph of spread(paragraphs)) {
    const found =
      paragraph
        .slice(0, 2_000)
        .normalize('NFC')
        .toLowerCase()
        .match(/\p{Script=Latin}+/gu) ?? [];
    words.push(...found);
    if (words.length > SAMPLE_WORDS) break;
  }
  return words;
}

/** Names and abbreviations in Latin letters stand in texts of every script. */
function mostlyOtherScript(paragraphs: readonly string[]): boolean {
  const sample = spread(paragraphs)
    .map((paragraph) => paragraph.slice(0, 500))
    .join('\n');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 < letters;
}

/** The paragraphs themselves, or forty of them at even distances. */
export function spread(paragraphs: readonly string[]): readonly string[] {
  if (paragraphs.length <= 40) return paragraphs;
  return Array.from({ length: 40 }, (_, at) => paragraphs[Math.floor((at * paragraphs.length) / 40)]!);
}

function isOwn(lang: string): lang is OwnLang {
  return (OWN_LANGS as readonly string[]).includes(lang);
}

function round(confidence: number): number {
  return Math.min(0.99, Math.round(confidence * 100) / 100);
}
