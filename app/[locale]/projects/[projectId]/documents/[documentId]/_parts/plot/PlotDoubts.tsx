'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { lowerBound, segmentCount } from '@/lib/bitext/segments';
import type { Bead, BitextState } from '@/lib/bitext/types';
import { shownConfidence } from '../inspector/shownConfidence';
import { type Focus, useDocumentView } from '../WorkbenchContext';
import type { PathSummary } from './plotPath';

type Props = { bitext: BitextState; summary: PathSummary; onGo: (at: Focus) => void };

/** What a plot shows, in words, and the way to what most needs a look. */
export function PlotDoubts({ bitext, summary, onGo }: Props) {
  const t = useTranslations('DotPlot');
  const status = useTranslations('Status');
  const format = useFormatter();
  const { state } = useDocumentView();
  const [source, target] = [state.texts[bitext.sourceTextId], state.texts[bitext.targetTextId]];
  const labelOf = (bead: Bead) => {
    const place = {
      source: lowerBound(source.borders, bead.source.start, (border) => border.at) + 1,
      shape: `${segmentCount(source, bead.source)}–${segmentCount(target, bead.target)}`,
    };
    // Of what a person drew, or of a text that has changed since, the engine's number says nothing.
    if (bead.status !== 'machine' || bead.confidence === null)
      return t('doubtDrawn', { ...place, status: status(bead.status) });
    const confidence = format.number(shownConfidence(bead.confidence), { style: 'percent' });
    return t('doubt', { ...place, confidence });
  };
  const { beads, walls, nulls, doubts } = summary;
  return (
    <div className="grid gap-1.5 border-line border-t pt-3 text-sm">
      <p className="text-ink-soft">{t('summary', { beads, walls, nulls })}</p>
      {doubts.length === 0 ? (
        <p className="text-ink-soft">{t('noDoubts')}</p>
      ) : (
        <>
          <h3 className="font-medium">{t('doubts')}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {doubts.map((bead) => (
              <li key={bead.id}>
                <Button small onClick={() => onGo({ bitextId: bitext.id, beadId: bead.id })}>
                  {labelOf(bead)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
