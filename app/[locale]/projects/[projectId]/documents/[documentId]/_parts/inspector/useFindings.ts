'use client';

import { useState } from 'react';
import type { DocumentState } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { FilterFacts } from '../filter/filters';
import type { DocumentStore } from '../store/DocumentStore';
import type { Passages } from '../store/Passages';

/** What the checks have found in the document. */
export function useFindings(
  _documentId: string,
  _store: DocumentStore,
  _passages: Passages,
  _state: DocumentState,
  _onFailure: (failure: Failure) => void,
) {
  const [findings] = useState<FilterFacts['findings']>(new Map());
  return { findings };
}
