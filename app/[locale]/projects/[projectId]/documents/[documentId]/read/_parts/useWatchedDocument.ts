'use client';

import { useMemo, useState, useSyncExternalStore } from 'react';
import { unfoldOutline } from '@/lib/bitext/outline';
import type { Failure } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { useLive } from '../../_parts/live/useLive';
import { DocumentStore } from '../../_parts/store/DocumentStore';
import { doorOf, piecesOf } from '../../_parts/store/door';
import { Passages } from '../../_parts/store/Passages';

/** A document as it stands now: what others do in it is seen as they do it. Nothing is done to it from here. */
export function useWatchedDocument(documentId: string, opened: OpenedDocument) {
  const [failure, setFailure] = useState<Failure | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a store lives as long as its document; `opened` is where it starts.
  const { store, passages } = useMemo(() => {
    const initial = unfoldOutline(opened);
    const passages = new Passages(
      piecesOf(documentId),
      // Of the text as it is now: another version of it has another name and another length.
      (textId) => store.read().state.texts[textId]?.borders.at(-1)?.at ?? 0,
    );
    const store = new DocumentStore({
      ...{ initial, seq: opened.seq, door: doorOf(documentId), passages },
      ...{ actor: { id: '', selfReview: false }, outbox: null, onFailure: setFailure },
    });
    return { store, passages };
  }, [documentId]);
  const { state } = useSyncExternalStore(store.subscribe, store.read, store.read);
  const live = useLive(documentId, store, opened.seq);
  return { store, state, passages, live, failure };
}
