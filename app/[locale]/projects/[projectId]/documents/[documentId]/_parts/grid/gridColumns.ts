import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { Band } from '@/lib/bitext/bands';

/** `bitextId` is null on the column of the reference text. */
export type ColumnMeta = { lang: string; bitextId: string | null };

// The table keeps view state only: which columns, how wide, in which order. It is given the rows in
// sight; how many there are and which pass the filter is counted outside (`gridRows`), since fifty
// thousand row objects would be made for thirty. Declared once, so that their identity never changes.
export const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});

const helper = createColumnHelper<typeof features, Band>();

export const REFERENCE_COLUMN = 'reference';

/** One column a language. Texts change, columns do not: they are made once a document. */
export function columnsFor(referenceLang: string, bitexts: readonly { id: string; lang: string }[]) {
  return helper.columns([
    helper.accessor((band) => band.slots, {
      id: REFERENCE_COLUMN,
      meta: { lang: referenceLang, bitextId: null },
      enableHiding: false,
      minSize: 220,
      size: 480,
    }),
    ...bitexts.map(({ id, lang }) =>
      helper.accessor((band) => band.cells[id], {
        id,
        meta: { lang, bitextId: id },
        minSize: 220,
        size: 480,
      }),
    ),
  ]);
}
