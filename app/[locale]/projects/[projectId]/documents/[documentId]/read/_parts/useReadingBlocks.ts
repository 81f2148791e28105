'use client';

import { useMemo } from 'react';
import { bandRows, startOfRow } from '@/lib/bitext/bandRows';
import type { DocumentState } from '@/lib/bitext/types';
import type { Passages } from '../../_parts/store/Passages';
import { readingBlock, readingBlocks } from './readingBlocks';

/** A column that can be read: the reference, or a translation that is aligned. */
export type ReadingLang = { bitextId: string | null; lang: string; name: string };

/** The document in blocks, and its words as they come. */
export function useReadingBlocks(
  state: DocumentState,
  passages: Passages,
  referenceLang: string,
  langNames: Readonly<Record<string, string>>,
) {
  return useMemo(() => {
    const reference = Object.values(state.texts).find((text) => text.lang === referenceLang)!;
    const bitexts = Object.values(state.bitexts)
      .filter(({ beads }) => beads.length > 0)
      .sort((a, b) => (state.texts[a.targetTextId].lang < state.texts[b.targetTextId].lang ? 1 : -1));
    const rows = bandRows(reference, bitexts);
    const lengthOf = (textId: string) => state.texts[textId].borders.at(-1)?.at ?? 0;
    const textIds = [reference.id, ...bitexts.map(({ targetTextId }) => targetTextId)];
    const langs: ReadingLang[] = textIds.map((textId, k) => {
      const { lang } = state.texts[textId];
      return { bitextId: k === 0 ? null : bitexts[k - 1].id, lang, name: langNames[lang] ?? lang };
    });
    const starts = readingBlocks(rows);
    // By what it begins with: a block keeps its height when there are more or fewer before it. What a translation adds
    // begins where what follows it does.
    const keys = Array.from(starts.subarray(0, -1), (row, k) => {
      const at = startOfRow(rows, row);
      return `${at}.${k > 0 && startOfRow(rows, starts[k - 1]) === at ? k : 0}`;
    });
    // A block is made when it is looked at, and then stays: rows of memoised columns compare by it.
    const made = new Map<number, ReturnType<typeof readingBlock>>();
    const blockAt = (index: number) => {
      const block = made.get(index) ?? readingBlock(rows, state.texts, starts[index], starts[index + 1]);
      made.set(index, block);
      return block;
    };
    const letters = textIds.reduce((sum, id) => sum + lengthOf(id), 0);
    return {
      state,
      rows,
      starts,
      keys,
      count: starts.length - 1,
      blockAt,
      langs,
      textIds,
      passages,
      letters,
      lengthOf,
    };
  }, [state, passages, referenceLang, langNames]);
}

export type Reading = ReturnType<typeof useReadingBlocks>;
