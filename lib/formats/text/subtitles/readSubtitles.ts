import { err, ok, type Result } from '@/lib/result';
import { isBlank, type TextLine } from '../lines';
import type { ReadParagraphs } from '../TextDraft';
import { cueToText } from './cueToText';
import { parseCues } from './parseCues';

/** Subtitles, a cue a paragraph (SubRip, WebVTT). A file without a single line of times is `import.noCues`. */
export function readSubtitles(lines: Iterable<TextLine>, kind: 'srt' | 'vtt'): Result<ReadParagraphs> {
  const paragraphs: string[] = [];
  let cues = 0;
  for (const cue of parseCues(lines, kind)) {
    cues++;
    const text = cueToText(cue, kind);
    if (!isBlank(text)) paragraphs.push(text);
  }
  return cues === 0 ? err('import.noCues') : ok({ paragraphs, title: null });
}
