import { type ExportUnit, presentTexts } from '../ExportUnit';

export type SegmentType = 'block' | 'paragraph' | 'sentence';

/**
 * `segtype` of a unit (TMX 1.4b, section "segtype"). The reference is cut into sentences, a translation into
 * paragraphs: one segment a side is a sentence, several sentences with one paragraph are a paragraph, and more
 * than one paragraph is a block.
 */
export function segmentType(unit: ExportUnit): SegmentType {
  const [reference, ...translations] = presentTexts(unit);
  if (translations.some(({ segments }) => segments > 1)) return 'block';
  return (reference?.segments ?? 0) > 1 ? 'paragraph' : 'sentence';
}
