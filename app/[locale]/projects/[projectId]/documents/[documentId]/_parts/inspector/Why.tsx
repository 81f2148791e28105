'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { Found } from '@/lib/bitext/find';
import { segmentAt, segmentCount } from '@/lib/bitext/segments';
import { isLocked, type Span } from '@/lib/bitext/types';
import type { SegmentPlace } from '@/lib/server/align/explainBead';
import { useDocumentView } from '../WorkbenchContext';
import { type Mark, type Marks, NO_MARKS, segmentKey } from './marks';
import { shownConfidence } from './shownConfidence';
import { useReasons } from './useReasons';

const MOST_PAIRS = 14;

/** The words whose absence says most; every text has others that are never rendered. They come strongest first. */
const telling = <Missed extends { nats: number }>(missed: readonly Missed[]): readonly Missed[] =>
  missed.filter(({ nats }) => Math.abs(nats) >= LEAST_NATS).slice(0, MOST_MISSING);
const LEAST_NATS = 0.2;
const MOST_MISSING = 5;

type Props = {
  documentId: string;
  found: Found;
  /** Changes whenever the bead or its words may have. */
  version: string;
  isConnected: boolean;
  isSaved: boolean;
  /** The pair of words that the mouse or the keyboard is at. */
  lit: number | null;
  onLight: (pair: number | null) => void;
  onMarks: (marks: Marks) => void;
  onEdit: (commands: BeadCommand[]) => boolean;
  mayEdit: boolean;
};

/** Why the engine thinks so: the words that match, those that miss their counterpart, the lengths; and what else it might be. */
export function Why(props: Props) {
  const { documentId, found, version, isConnected, isSaved, lit, onLight, onMarks, onEdit, mayEdit } = props;
  const t = useTranslations('Why');
  const format = useFormatter();
  const errorText = useErrorText();
  const { state, passages } = useDocumentView();
  const { bead, bitext } = found;
  const { why, failure, retry } = useReasons(documentId, found, { version, isConnected, isSaved });

  const words = (textId: string, place: SegmentPlace): string => {
    const span = segmentAt(state.texts[textId], place.at);
    const reading = span && passages.reading(state.texts[textId], span);
    return reading?.slice(place.start, place.end) ?? '…';
  };
  const marks = useMemo(() => {
    if (!why) return NO_MARKS;
    const marked = new Map<string, Mark[]>();
    const add = (textId: string, { at, start, end }: SegmentPlace, mark: Omit<Mark, 'start' | 'end'>) => {
      const key = segmentKey(textId, at);
      marked.set(key, [...(marked.get(key) ?? []), { start, end, ...mark }]);
    };
    for (const [pair, match] of why.matches.entries()) {
      add(bitext.sourceTextId, match.source, { look: 'match', pair });
      add(bitext.targetTextId, match.target, { look: 'match', pair });
    }
    for (const { place } of telling(why.missing.source))
      add(bitext.sourceTextId, place, { look: 'missing', pair: -1 });
    for (const { place } of telling(why.missing.target))
      add(bitext.targetTextId, place, { look: 'missing', pair: -1 });
    return marked;
  }, [why, bitext]);
  useEffect(() => {
    onMarks(marks);
    return () => onMarks(NO_MARKS);
  }, [marks, onMarks]);

  if (failure)
    return (
      <div className="grid justify-items-start gap-1.5 text-sm" role="status">
        <p>
          {t('failed')} <span className="text-ink-soft">{errorText(failure)}</span>
        </p>
        <Button small onClick={retry}>
          {t('retry')}
        </Button>
      </div>
    );
  if (!why) return <p className="text-ink-soft text-sm">{t('asking')}</p>;
  const { source, target, expected } = why.length;
  const missing = [
    ...telling(why.missing.source).map(({ place }) => words(bitext.sourceTextId, place)),
    ...telling(why.missing.target).map(({ place }) => words(bitext.targetTextId, place)),
  ];
  const shapeOf = (one: { source: Span; target: Span }) =>
    `${segmentCount(state.texts[bitext.sourceTextId], one.source)}–${segmentCount(state.texts[bitext.targetTextId], one.target)}`;
  // What becomes of this bead; ways that differ in its neighbours alone are one choice, the likeliest of them.
  const named = why.alternatives.map((way) => ({
    ...way,
    own: way.beads
      .filter((one) => meets(one, bead))
      .map(shapeOf)
      .join(' · '),
  }));
  const distinct = named.filter((way, k) => named.findIndex(({ own }) => own === way.own) === k);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 text-sm">
      {why.matches.length > 0 ? (
        <ul aria-label={t('matches')} className="flex flex-wrap gap-1">
          {why.matches.slice(0, MOST_PAIRS).map((match, pair) => (
            <li key={`${match.source.at}:${match.source.start}:${match.target.at}:${match.target.start}`}>
              <button
                type="button"
                onMouseEnter={() => onLight(pair)}
                onMouseLeave={() => onLight(null)}
                onFocus={() => onLight(pair)}
                onBlur={() => onLight(null)}
                title={t('worth', { nats: match.nats })}
                className={classes(
                  'rounded border px-1.5 py-0.5',
                  lit === pair ? 'border-good bg-good-soft' : 'border-line bg-paper',
                )}
              >
                <span lang={state.texts[bitext.sourceTextId].lang}>
                  {words(bitext.sourceTextId, match.source)}
                </span>
                <span aria-hidden="true" className="px-1 text-ink-faint">
                  ↔
                </span>
                <span lang={state.texts[bitext.targetTextId].lang}>
                  {words(bitext.targetTextId, match.target)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('noMatches')}</p>
      )}
      {missing.length > 0 && (
        <p className="text-ink-soft">
          {t('missing')}{' '}
          <span className="text-warn">
            {format.list([...new Set(missing)].slice(0, 12), { type: 'unit' })}
          </span>
        </p>
      )}
      <p className="text-ink-soft">
        {t('length', { source, target, expected: Math.round(expected) })}{' '}
        {t('probability', { share: shownConfidence(why.probability) })}
      </p>
      {why.alternatives.length > 0 && (
        <div className="grid gap-1">
          <h4 className="font-medium">{t('alternatives')}</h4>
          {distinct.map(({ probability, own, beads }) => {
            return (
              <Button
                key={beads.map((one) => `${one.source.end}:${one.target.end}`).join()}
                small
                disabled={!mayEdit || isLocked(bead)}
                className="min-w-0 justify-between whitespace-normal!"
                onClick={() =>
                  onEdit([
                    {
                      type: 'redraw',
                      beads: why.replaced.map(({ id }) => id),
                      made: beads.map((one) => ({
                        id: crypto.randomUUID(),
                        source: one.source,
                        target: one.target,
                        confidence: probability,
                      })),
                    },
                  ])
                }
              >
                <span className="tabular-nums">{own}</span>
                <span className="text-ink-soft tabular-nums">
                  {format.number(probability, { style: 'percent', maximumFractionDigits: 0 })}
                </span>
              </Button>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** Whether two beads share text on either side. */
const meets = (a: { source: Span; target: Span }, b: { source: Span; target: Span }): boolean =>
  (a.source.start < b.source.end && b.source.start < a.source.end) ||
  (a.target.start < b.target.end && b.target.start < a.target.end);
