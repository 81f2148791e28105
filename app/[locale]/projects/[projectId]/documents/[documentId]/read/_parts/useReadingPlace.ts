'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { rowOfBead } from '@/lib/bitext/bandRows';
import { positionOf } from '@/lib/bitext/find';
import { blockOfRow } from './readingBlocks';
import type { Reading } from './useReadingBlocks';

/** How long the page must stand still before its address follows. */
const STILL_MS = 300;
/** Frames in which a sentence has to come up after a jump. */
const TRIES = 90;
/** Frames in which it is kept there. */
const SETTLING = 30;

const sentenceOf = (beadId: string) =>
  document.getElementById(`b${beadId}`) ?? document.querySelector(`[data-bead="${CSS.escape(beadId)}"]`);

/** The bead that the address names: `?bead=…`, or `#b…` as anchors have it. */
function beadOfAddress(): string | null {
  const { hash, search } = window.location;
  return hash.startsWith('#b') ? hash.slice(2) : new URLSearchParams(search).get('bead');
}

/** Puts a bead in the address without a step in the history. */
export function nameInAddress(beadId: string): void {
  const params = new URLSearchParams(window.location.search);
  params.set('bead', beadId);
  window.history.replaceState(window.history.state, '', `?${params}`);
}

/**
 * Where one reads, in the address: a link leads to its bead, a reload and the back button to where one was.
 *
 * @param onArrive told of the bead that a link has led to
 * @param travelling set on the way to a bead, when the page stands still now and then where nobody wants to be
 * @returns how to get to a bead
 */
export function useReadingPlace(
  reading: Reading,
  virtualizer: Virtualizer<Window, Element>,
  onArrive: (beadId: string) => void,
  travelling: RefObject<boolean>,
): (beadId: string) => void {
  const now = useRef({ virtualizer, onArrive });
  now.current = { virtualizer, onArrive };
  const latest = useRef(reading);
  latest.current = reading;
  const goTo = useCallback(
    (beadId: string) => {
      const { rows, starts } = latest.current;
      const b = rows.bitexts.findIndex((bitext) => positionOf(bitext, beadId) >= 0);
      if (b < 0) return;
      const row = rowOfBead(rows, b, positionOf(rows.bitexts[b], beadId));
      now.current.virtualizer.scrollToIndex(blockOfRow(starts, row), { align: 'start' });
      let tries = 0;
      let arrived = false;
      travelling.current = true;
      // Heights are guesses until blocks are drawn: the place may move away again a few times.
      const settle = () => {
        const sentence = sentenceOf(beadId);
        const box = sentence?.getBoundingClientRect();
        if (box && (box.top < HEAD_PX - 1 || box.bottom > window.innerHeight))
          sentence!.scrollIntoView({ block: 'center' });
        if (sentence && !arrived) now.current.onArrive(beadId);
        arrived ||= !!sentence;
        if (tries++ < (arrived ? SETTLING : TRIES)) requestAnimationFrame(settle);
        else travelling.current = false;
      };
      requestAnimationFrame(settle);
    },
    [travelling],
  );
  useEffect(() => {
    const follow = () => {
      const beadId = beadOfAddress();
      if (beadId) goTo(beadId);
    };
    follow();
    window.addEventListener('popstate', follow);
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener('hashchange', follow);
    };
  }, [goTo]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isInSight = (element: Element | null) => {
      const box = element?.getBoundingClientRect();
      return !!box && box.bottom > HEAD_PX && box.top < window.innerHeight;
    };
    const follow = () => {
      if (travelling.current) return;
      const named = beadOfAddress();
      if (named && isInSight(sentenceOf(named))) return;
      const first = [...document.querySelectorAll('[data-bead]')].find(isInSight);
      if (first) nameInAddress(first.getAttribute('data-bead')!);
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(follow, STILL_MS);
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }, [travelling]);
  return goTo;
}

/** What stands above the text while one reads: bar and languages. */
export const HEAD_PX = 140;
