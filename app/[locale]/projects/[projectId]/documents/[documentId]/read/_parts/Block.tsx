'use client';

import { memo, useEffect, useSyncExternalStore } from 'react';
import { classes } from '@/app/_ui/classes';
import type { Passages } from '../../_parts/store/Passages';
import { isLit, type Lit, type ReadingBlock, type ReadingColumn } from './readingBlocks';

type Props = {
  block: ReadingBlock;
  /** Columns to show, by their number in the block. */
  shown: readonly number[];
  passages: Passages;
  /** What lights up, if it is in this block. */
  lit: Lit | null;
  hrefOf: (beadId: string) => string;
};

/** A paragraph with its translations beside it. */
export const Block = memo(function Block({ block, shown, ...rest }: Props) {
  return (
    <div
      className="grid gap-x-10 break-inside-avoid"
      style={{ gridTemplateColumns: `repeat(${shown.length}, minmax(0, 1fr))` }}
    >
      {shown.map((k, place) => (
        <Column key={block.columns[k].text.id} column={block.columns[k]} place={place} {...rest} />
      ))}
    </div>
  );
});

type ColumnProps = Pick<Props, 'passages' | 'lit' | 'hrefOf'> & { column: ReadingColumn; place: number };

/** Sentences are links to their beads; the first one of a column is where Tab enters, arrows lead on from there. */
function Column({ column, place, passages, lit, hrefOf }: ColumnProps) {
  const { text, span, paragraphs } = column;
  const read = () => passages.reading(text, span) !== null;
  const here = useSyncExternalStore(passages.subscribe, read, read);
  useEffect(() => {
    const ask = () => passages.want(text.id, span);
    ask();
    // A piece that did not come is asked for again.
    return here ? undefined : passages.subscribe(ask);
  }, [passages, text, span, here]);
  return (
    <div lang={text.lang} data-column={place} className="min-w-0">
      {paragraphs.map((sentences, p) => (
        <p key={sentences[0].key} className="reading reading-page">
          {here ? (
            sentences
              .map((sentence, s) => {
                const words = passages.reading(text, sentence.span) ?? '';
                return (
                  <a
                    key={sentence.key}
                    id={sentence.anchor ? `b${sentence.beadId}` : undefined}
                    href={sentence.beadId ? hrefOf(sentence.beadId) : undefined}
                    data-sentence={sentence.key}
                    data-bead={sentence.beadId ?? undefined}
                    data-lit={isLit(sentence, lit) || undefined}
                    tabIndex={p === 0 && s === 0 && place === 0 ? 0 : -1}
                    draggable={false}
                    className={classes(
                      'rounded-xs text-inherit decoration-line-strong underline-offset-4 transition-colors',
                      'hover:underline data-lit:bg-accent-soft',
                    )}
                  >
                    {words.trim()}
                  </a>
                );
              })
              .flatMap((link, s) => (s === 0 ? [link] : [' ', link]))
          ) : (
            <span aria-hidden="true" className="break-all rounded bg-sunken text-transparent">
              {'x'.repeat(Math.min(900, sentences.at(-1)!.span.end - sentences[0].span.start))}
            </span>
          )}
        </p>
      ))}
    </div>
  );
}
