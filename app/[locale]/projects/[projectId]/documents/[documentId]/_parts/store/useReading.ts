'use client';

import { useSyncExternalStore } from 'react';
import type { Span, TextState } from '@/lib/bitext/types';
import { useDocumentView } from '../WorkbenchContext';

/** The words of a span as corrected; undefined while they are on their way. */
export function useReading(text: TextState, span: Span): string | undefined {
  const { passages } = useDocumentView();
  const read = () => passages.reading(text, span) ?? undefined;
  return useSyncExternalStore(passages.subscribe, read, read);
}
