'use client';

import type { BitextState, Span } from '@/lib/bitext/types';
import { useReading } from '../store/useReading';
import { useDocumentView } from '../WorkbenchContext';

/** The two texts that a dot, or a bead, stands for. */
export function DotTexts({ bitext, source, target }: { bitext: BitextState; source: Span; target: Span }) {
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Side textId={bitext.sourceTextId} span={source} />
      <Side textId={bitext.targetTextId} span={target} />
    </div>
  );
}

function Side({ textId, span }: { textId: string; span: Span }) {
  const { state } = useDocumentView();
  const text = state.texts[textId];
  const words = useReading(text, span);
  return (
    <p lang={text.lang} className="reading line-clamp-3 min-h-[4.65em]">
      {span.start === span.end ? '—' : (words?.trim() ?? '…')}
    </p>
  );
}
