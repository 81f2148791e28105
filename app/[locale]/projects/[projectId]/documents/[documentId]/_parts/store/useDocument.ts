'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { unfoldOutline } from '@/lib/bitext/outline';
import type { Failure } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { DocumentStore } from './DocumentStore';
import { doorOf, piecesOf } from './door';
import { Outbox } from './Outbox';
import { Passages } from './Passages';

/** The store of one open document, for as long as the page is, and its words as far as they are looked at. */
export function useDocument(
  documentId: string,
  opened: OpenedDocument,
  actor: { id: string; selfReview: boolean },
  onFailure: (failure: Failure) => void,
  onOtherTexts: () => void,
) {
  const report = useRef({ onFailure, onOtherTexts });
  report.current = { onFailure, onOtherTexts };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a store lives as long as its document; `opened` is where it starts.
  const { store, passages } = useMemo(() => {
    const initial = unfoldOutline(opened);
    const passages = new Passages(
      piecesOf(documentId),
      (textId) => initial.texts[textId].borders.at(-1)?.at ?? 0,
    );
    const outbox = new Outbox(window.localStorage, { documentId, userId: actor.id }, windowId());
    const store = new DocumentStore({
      initial,
      seq: opened.seq,
      door: doorOf(documentId),
      actor,
      passages,
      outbox,
      onFailure: (failure) => report.current.onFailure(failure),
      onOtherTexts: () => report.current.onOtherTexts(),
    });
    return { store, passages };
  }, [documentId]);
  useEffect(() => {
    // What an earlier window left behind.
    store.resume();
    window.addEventListener('online', store.resume);
    return () => window.removeEventListener('online', store.resume);
  }, [store]);
  const snapshot = useSyncExternalStore(store.subscribe, store.read, store.read);
  return { store, passages, ...snapshot };
}

/** Names this window through its reloads. */
function windowId(): string {
  try {
    const known = window.sessionStorage.getItem('triptych.window') ?? crypto.randomUUID();
    window.sessionStorage.setItem('triptych.window', known);
    return known;
  } catch {
    return crypto.randomUUID();
  }
}
