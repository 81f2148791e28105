'use client';

import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure, Result } from '@/lib/result';
import { editBeads, takeBackEdit } from '../../actions';
import { DocumentStore } from './DocumentStore';

/** Fetches all that the grid needs. Throws when the server can't be reached. */
export async function fetchWorkbench<T>(documentId: string): Promise<Result<T>> {
  const response = await fetch(`/api/documents/${documentId}/workbench`, { cache: 'no-store' });
  const body = (await response.json()) as { value: T } | { error: Failure };
  return 'error' in body ? { ok: false, error: body.error } : { ok: true, value: body.value };
}

/** The store of one open document, for as long as the page is. */
export function useDocument(
  documentId: string,
  initial: DocumentState,
  actor: { id: string; selfReview: boolean },
  onFailure: (failure: Failure) => void,
) {
  const report = useRef(onFailure);
  report.current = onFailure;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a store lives as long as its document; `initial` is where it starts.
  const store = useMemo(
    () =>
      new DocumentStore(
        initial,
        {
          edit: (input) => editBeads({ documentId, ...input }),
          takeBack: (direction) => takeBackEdit({ documentId, direction }),
          reload: () => fetchWorkbench<DocumentState>(documentId),
        },
        actor,
        (failure) => report.current(failure),
      ),
    [documentId],
  );
  const snapshot = useSyncExternalStore(store.subscribe, store.read, store.read);
  return { store, ...snapshot };
}
