'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLocale, useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import { People } from '../../_parts/live/People';
import { Block } from './Block';
import { onSentenceKey } from './onSentenceKey';
import { ReadingBar } from './ReadingBar';
import { guessHeight, type Lit, overlap } from './readingBlocks';
import { useKeptPlace } from './useKeptPlace';
import { usePrinting } from './usePrinting';
import { useReadingBlocks } from './useReadingBlocks';
import { useReadingColumns } from './useReadingColumns';
import { HEAD_PX, nameInAddress, useReadingPlace } from './useReadingPlace';
import type { useWatchedDocument } from './useWatchedDocument';

export type ReaderProps = {
  title: string;
  /** The document's path, without the locale. */
  base: string;
  watched: ReturnType<typeof useWatchedDocument>;
  referenceLang: string;
  /** Names of the languages in the language of the interface, by tag. */
  langNames: Readonly<Record<string, string>>;
};

/** Letters of a line, for a first guess of heights, by number of columns. */
const LINE = [0, 72, 64, 50, 40];

/** The texts side by side, as one reads them; what belongs together lights up under the pointer and the focus. */
export function Reader({ title, base, watched, referenceLang, langNames }: ReaderProps) {
  const t = useTranslations('Reader');
  const errorText = useErrorText();
  const locale = useLocale();
  const router = useRouter();
  const { store, state, passages, live, failure } = watched;
  const reading = useReadingBlocks(state, passages, referenceLang, langNames);
  const { rows, starts, keys, count, blockAt, langs } = reading;
  const travelling = useRef(false);
  useKeptPlace(store, reading, travelling);
  const { narrow, shown, setShown } = useReadingColumns(langs);
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const line = LINE[Math.min(shown.length, LINE.length - 1)];
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: (index) => guessHeight(rows, starts[index], starts[index + 1], line),
    overscan: 3,
    scrollMargin: top,
    scrollPaddingStart: HEAD_PX,
    getItemKey: useCallback((index: number) => keys[index], [keys]),
  });
  const items = virtualizer.getVirtualItems();
  const [lit, setLit] = useState<Lit | null>(null);
  const hrefOf = useCallback((beadId: string) => `/${locale}${base}?bead=${beadId}`, [locale, base]);

  const light = useCallback(
    (element: Element | null | undefined) => {
      const sentence = element?.closest('[data-sentence]');
      const block = sentence?.closest('[data-block]');
      if (!sentence || !block) return setLit(null);
      const key = sentence.getAttribute('data-sentence');
      const { columns } = blockAt(Number(block.getAttribute('data-block')));
      const found = columns.flatMap(({ paragraphs }) => paragraphs.flat()).find((one) => one.key === key);
      setLit((now) => (now?.key === key ? now : (found ?? null)));
    },
    [blockAt],
  );
  const goTo = useReadingPlace(
    reading,
    virtualizer,
    (beadId) =>
      light(document.getElementById(`b${beadId}`) ?? document.querySelector(`[data-bead="${beadId}"]`)),
    travelling,
  );
  const firstBlock = useCallback(() => {
    const { scrollOffset } = virtualizer;
    return virtualizer.getVirtualItemForOffset((scrollOffset ?? 0) + HEAD_PX)?.index ?? 0;
  }, [virtualizer]);
  const { preparing, printed, print } = usePrinting(reading, firstBlock);

  const onClick = (event: MouseEvent) => {
    const sentence = (event.target as Element).closest('[data-bead]');
    const beadId = sentence?.getAttribute('data-bead');
    if (!beadId || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    // Words that were being selected are no click.
    if (window.getSelection()?.toString()) return;
    nameInAddress(beadId);
    router.push(`${base}?bead=${beadId}`);
  };
  /** Another set of columns has other heights: where one reads stays in place. */
  const choose = (next: number[]) => {
    const bead = new URLSearchParams(window.location.search).get('bead');
    const here = lit && document.querySelector(`[data-sentence="${lit.key}"]`)?.getAttribute('data-bead');
    setShown(next);
    const stay = here ?? bead;
    requestAnimationFrame(() => {
      virtualizer.measure();
      if (stay && window.scrollY > 0) goTo(stay);
    });
  };
  const blockProps = (index: number) => {
    const block = blockAt(index);
    const inBlock = lit && (overlap(lit.reach, block.reference) || block.columns.some((c) => holds(c, lit)));
    return { block, shown, passages, hrefOf, lit: inBlock ? lit : null };
  };
  const width = shown.length === 1 ? 'max-w-3xl' : shown.length === 2 ? 'max-w-6xl' : 'max-w-[100rem]';
  return (
    <div className={`mx-auto px-4 sm:px-8 ${width}`}>
      <div className="sticky top-13 z-20 -mx-4 border-line border-b bg-paper px-4 sm:-mx-8 sm:px-8 print:static print:border-0">
        <div className="print:hidden">
          <ReadingBar
            {...{ langs, shown, narrow, printing: preparing }}
            people={
              <People
                state={live.state}
                others={live.others}
                onGo={({ beadId }) => goTo(beadId)}
                onRetry={live.retry}
              />
            }
            onShown={choose}
            onPrint={print}
          />
          {failure && (
            <Notice tone="bad" className="mb-2">
              {errorText(failure)}
            </Notice>
          )}
        </div>
        {!narrow && (
          <div
            aria-hidden="true"
            className="hidden gap-x-10 pb-1.5 font-medium text-ink-soft text-sm md:grid print:hidden"
            style={{ gridTemplateColumns: `repeat(${shown.length}, minmax(0, 1fr))` }}
          >
            {shown.map((k) => (
              <span key={langs[k].lang}>{langs[k].name}</span>
            ))}
          </div>
        )}
      </div>
      <h1 className="mt-8 mb-6 max-w-prose font-semibold font-serif text-3xl tracking-tight print:mt-0">
        {title}
      </h1>
      <div
        className="mb-4 hidden gap-x-10 border-line border-b pb-1 font-medium text-sm print:grid"
        style={{ gridTemplateColumns: `repeat(${shown.length}, minmax(0, 1fr))` }}
      >
        {shown.map((k) => (
          <span key={langs[k].lang}>{langs[k].name}</span>
        ))}
      </div>
      <p role="status" className="sr-only">
        {preparing ? t('preparing') : ''}
      </p>
      {printed && printed.to - printed.from < count && <p className="mb-4 text-sm italic">{t('partOnly')}</p>}
      {/* Pointer and focus of all sentences are heard here: one listener instead of thousands. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what one works with. */}
      <div
        ref={list}
        className={printed ? '' : 'relative mb-[30dvh] print:static print:mb-0 print:h-auto!'}
        style={printed ? undefined : { height: virtualizer.getTotalSize() }}
        onPointerOver={(event) => light(event.target as Element)}
        onPointerLeave={() => setLit(null)}
        onFocus={(event) => light(event.target)}
        onKeyDown={onSentenceKey}
        onClick={onClick}
        data-testid="reading"
      >
        {printed
          ? Array.from({ length: printed.to - printed.from }, (_, k) => printed.from + k).map((index) => (
              <div key={index} data-block={index} className="pb-3">
                <Block {...blockProps(index)} lit={null} />
              </div>
            ))
          : items.map((item) => (
              <div
                key={item.key}
                data-index={item.index}
                data-block={item.index}
                ref={virtualizer.measureElement}
                className="absolute inset-x-0 top-0 pb-3 print:static print:transform-none!"
                style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)` }}
              >
                <Block {...blockProps(item.index)} />
              </div>
            ))}
      </div>
    </div>
  );
}

const holds = (
  column: ReturnType<ReturnType<typeof useReadingBlocks>['blockAt']>['columns'][number],
  lit: Lit,
) => column.paragraphs.some((sentences) => sentences.some((one) => one.key === lit.key));
