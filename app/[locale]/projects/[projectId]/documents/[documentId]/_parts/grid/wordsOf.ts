import type { Band } from '@/lib/bitext/bands';
import type { BitextState, Span } from '@/lib/bitext/types';

/** The stretches of text that these rows show; of rows that a filter has brought together, nothing in between. */
export function wordsOf(
  bands: readonly Band[],
  bitexts: Readonly<Record<string, BitextState>>,
): { textId: string; span: Span }[] {
  const wanted: { textId: string; span: Span }[] = [];
  for (const band of bands)
    for (const [bitextId, cells] of Object.entries(band.cells)) {
      const { sourceTextId, targetTextId } = bitexts[bitextId];
      wanted.push({ textId: sourceTextId, span: band.reference });
      if (cells.length)
        wanted.push({
          textId: targetTextId,
          span: { start: cells[0].bead.target.start, end: cells.at(-1)!.bead.target.end },
        });
    }
  return wanted;
}
