'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { DocumentStore } from '../../_parts/store/DocumentStore';
import type { Reading } from './useReadingBlocks';
import { HEAD_PX } from './useReadingPlace';

/** Frames after a change in which heights that were guesses become known. */
const SETTLING = 3;

/**
 * Keeps the sentence one reads where it is on the screen while somebody changes what stands above it.
 *
 * @param travelling on the way to a bead nothing is kept: the page is to move
 */
export function useKeptPlace(store: DocumentStore, reading: Reading, travelling: RefObject<boolean>): void {
  const held = useRef<{ key: string; top: number } | null>(null);
  // Told before the page is drawn anew.
  useEffect(
    () =>
      store.subscribe(() => {
        held.current ??= window.scrollY > 0 && !travelling.current ? firstInSight() : null;
      }),
    [store, travelling],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is what moves things about.
  useLayoutEffect(() => {
    const was = held.current;
    held.current = null;
    if (!was || travelling.current) return;
    let frames = 0;
    const hold = () => {
      if (travelling.current) return;
      const sentence = document.querySelector(`[data-sentence="${was.key}"]`);
      const by = sentence ? sentence.getBoundingClientRect().top - was.top : 0;
      if (Math.abs(by) > 1) window.scrollBy(0, by);
      if (++frames < SETTLING) requestAnimationFrame(hold);
    };
    hold();
  }, [reading]);
}

function firstInSight(): { key: string; top: number } | null {
  for (const sentence of document.querySelectorAll('[data-sentence]')) {
    const { top, bottom } = sentence.getBoundingClientRect();
    if (bottom > HEAD_PX && top < window.innerHeight)
      return { key: sentence.getAttribute('data-sentence')!, top };
  }
  return null;
}
