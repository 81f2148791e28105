'use client';

import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Reading } from './useReadingBlocks';

/** What is printed at most, in UTF-16 units of all columns: some 600 pages. Beyond it a browser gives up. */
const MOST_LETTERS = 1_500_000;
/** Texts up to this size are fetched in the background, so that the browser's own print command has all of it. */
const SMALL_LETTERS = 300_000;

export type Printed = {
  /** The blocks [from, to) are on the page at once. */
  from: number;
  to: number;
};

/**
 * Putting the whole text on the page, since paper can't be scrolled: on the button, once all words are here; on the
 * browser's own command, if they are here already.
 *
 * @param firstBlock where reading has got to: what does not fit is printed from there.
 */
export function usePrinting(reading: Reading, firstBlock: () => number) {
  const { passages, textIds, lengthOf, state, letters, rows, starts, count } = reading;
  const [preparing, setPreparing] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const isHere = useCallback(
    () => textIds.every((id) => passages.reading(state.texts[id], { start: 0, end: lengthOf(id) }) !== null),
    [textIds, passages, state, lengthOf],
  );

  /** What fits on paper: all of it, or as much as possible from where one reads. */
  const range = useCallback((): Printed => {
    if (letters <= MOST_LETTERS) return { from: 0, to: count };
    const from = firstBlock();
    const lettersBefore = (block: number) => {
      const row = starts[block];
      const { borders } = rows.reference;
      const own = borders[rows.segments[row]]?.at ?? 0;
      return rows.bitexts.reduce(
        (sum, { beads }, b) => sum + (beads[rows.beads[b][row] - 1]?.target.end ?? 0),
        own,
      );
    };
    let to = from + 1;
    while (to < count && lettersBefore(to + 1) - lettersBefore(from) <= MOST_LETTERS) to++;
    return { from, to };
  }, [letters, count, firstBlock, starts, rows]);

  const fetchAll = useCallback(
    ({ from, to }: Printed) => {
      for (let block = from; block < to; block++)
        for (const { text, span } of reading.blockAt(block).columns) passages.want(text.id, span);
    },
    [reading, passages],
  );
  const hasAll = useCallback(
    ({ from, to }: Printed) => {
      for (let block = from; block < to; block++)
        for (const { text, span } of reading.blockAt(block).columns)
          if (passages.reading(text, span) === null) return false;
      return true;
    },
    [reading, passages],
  );

  const print = useCallback(() => {
    const wanted = range();
    setPreparing(true);
    let stop = () => {};
    const goOn = () => {
      fetchAll(wanted);
      if (!hasAll(wanted)) return;
      stop();
      flushSync(() => {
        setPreparing(false);
        setPrinted(wanted);
      });
      window.print();
      setPrinted(null);
    };
    stop = passages.subscribe(goOn);
    goOn();
  }, [range, fetchAll, hasAll, passages]);

  useEffect(() => {
    if (letters > SMALL_LETTERS) return;
    for (const id of textIds) passages.want(id, { start: 0, end: lengthOf(id) });
  }, [letters, textIds, passages, lengthOf]);
  useEffect(() => {
    const before = () => {
      if (letters <= SMALL_LETTERS && isHere())
        flushSync(() => setPrinted((now) => now ?? { from: 0, to: count }));
    };
    const after = () => setPrinted(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [letters, isHere, count]);

  return { preparing, printed, print };
}
