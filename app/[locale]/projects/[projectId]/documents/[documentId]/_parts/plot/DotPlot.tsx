'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { Dialog } from '@/app/_ui/Dialog';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { BitextId } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { PlottedRun } from '@/lib/server/align/plotRun';
import { plotRun } from '../../actions';
import { type Focus, useDocumentView } from '../WorkbenchContext';
import { RunPlot } from './RunPlot';
import { type OpenPlot, PLOT_VIEWS, type PlotView } from './usePlot';
import { WholePlot } from './WholePlot';

type Props = {
  documentId: string;
  /** What is to be seen, around which bead; null while nobody has asked for a plot. */
  plot: OpenPlot | null;
  onLook: (view: PlotView) => void;
  nameOf: (bitextId: BitextId | null) => string;
  onClose: () => void;
  onGo: (at: Focus) => void;
};

/** Looking instead of reading: every pair of segments around a bead, or the path through the whole document. */
export function DotPlot({ documentId, plot, onLook, nameOf, onClose, onGo }: Props) {
  const t = useTranslations('DotPlot');
  const { at = null, view = 'run' } = plot ?? {};
  const answer = useRun(documentId, at);
  const errorText = useErrorText();
  const { state } = useDocumentView();
  const bitext = at && state.bitexts[at.bitextId];
  return (
    <Dialog
      open={!!bitext}
      onClose={onClose}
      wide
      title={at && t('title', { source: nameOf(null), target: nameOf(at.bitextId) })}
    >
      {at && bitext && (
        <>
          <fieldset className="flex flex-wrap gap-1.5">
            <legend className="sr-only">{t('views')}</legend>
            {PLOT_VIEWS.map((one) => (
              <label
                key={one}
                className={classes(
                  buttonClass('plain', true),
                  'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
                  'has-checked:border-accent has-checked:bg-accent-soft',
                )}
              >
                <input
                  type="radio"
                  name="plot-view"
                  className="sr-only"
                  checked={one === view}
                  onChange={() => onLook(one)}
                />
                {t(one)}
              </label>
            ))}
          </fieldset>
          {view === 'document' ? (
            <WholePlot bitext={bitext} at={at} names={[nameOf(null), nameOf(at.bitextId)]} onGo={onGo} />
          ) : answer?.failure ? (
            <Notice tone="bad">{errorText(answer.failure)}</Notice>
          ) : answer?.plotted ? (
            <RunPlot
              plotted={answer.plotted}
              bitext={bitext}
              at={at}
              names={[nameOf(null), nameOf(at.bitextId)]}
              onGo={onGo}
            />
          ) : (
            <p role="status" className="grid h-[min(52dvh,30rem)] place-items-center text-ink-soft">
              {t('asking')}
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}

type Answer = { plotted: PlottedRun | null; failure: Failure | null };

/** What the engine finds around a bead; null while it looks. */
function useRun(documentId: string, at: Focus | null): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [bitextId, beadId] = [at?.bitextId, at?.beadId];
  useEffect(() => {
    setAnswer(null);
    if (!bitextId || !beadId) return;
    let current = true;
    plotRun({ documentId, bitextId, beadId }).then(
      (result) => {
        if (!current) return;
        setAnswer(
          result.ok ? { plotted: result.value, failure: null } : { plotted: null, failure: result.error },
        );
      },
      () => {
        if (current) setAnswer({ plotted: null, failure: { code: 'request.offline' } });
      },
    );
    return () => {
      current = false;
    };
  }, [documentId, bitextId, beadId]);
  return answer;
}
