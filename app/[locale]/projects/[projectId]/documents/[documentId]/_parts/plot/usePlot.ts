'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findBead } from '@/lib/bitext/find';
import type { DocumentState } from '@/lib/bitext/types';
import type { Focus } from '../WorkbenchContext';

export const PLOT_VIEWS = ['run', 'document'] as const;
export type PlotView = (typeof PLOT_VIEWS)[number];
/** A plot on the screen: around a bead, or of the whole document that the bead is in. */
export type OpenPlot = { at: Focus; view: PlotView };

/** The plot that an address names: `plot=run` or `plot=document`, with the bead that it names anyway. */
export function plotOfAddress(params: URLSearchParams, state: DocumentState): OpenPlot | null {
  const view = PLOT_VIEWS.find((one) => one === params.get('plot'));
  const found = view && findBead(state, params.get('bead') ?? '');
  return found ? { view, at: { bitextId: found.bitext.id, beadId: found.bead.id } } : null;
}

/**
 * Which plot is open; it stands in the address, so that it can be sent to somebody. Opening one is a step in the
 * browser's history, and the back button closes it.
 */
export function usePlot(state: DocumentState) {
  const [plot, setPlot] = useState(() => plotOfAddress(paramsNow(), state));
  const now = useRef(state);
  now.current = state;
  // Whether the step before this one in the history is the workbench without the plot.
  const stepped = useRef(false);
  useEffect(() => {
    const onBack = () => {
      stepped.current = false;
      setPlot(plotOfAddress(paramsNow(), now.current));
    };
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);

  const open = useCallback((at: Focus) => {
    const params = paramsNow();
    params.set('bead', at.beadId);
    params.set('plot', 'run');
    window.history.pushState(window.history.state, '', `?${params}`);
    stepped.current = true;
    setPlot({ at, view: 'run' });
  }, []);
  const look = useCallback((view: PlotView) => {
    rename(view);
    setPlot((plot) => plot && { ...plot, view });
  }, []);
  /** Takes the plot away and stays where one is. @returns whether the history has a step for where it was opened. */
  const leave = useCallback((): boolean => {
    rename(null);
    setPlot(null);
    const before = stepped.current;
    stepped.current = false;
    return before;
  }, []);
  const close = useCallback(() => {
    setPlot(null);
    if (stepped.current) window.history.back();
    else rename(null);
    stepped.current = false;
  }, []);
  return useMemo(() => ({ plot, open, look, leave, close }), [plot, open, look, leave, close]);
}

const paramsNow = () => new URLSearchParams(window.location.search);

function rename(view: PlotView | null): void {
  const params = paramsNow();
  if (view) params.set('plot', view);
  else params.delete('plot');
  window.history.replaceState(
    window.history.state,
    '',
    params.size ? `?${params}` : window.location.pathname,
  );
}
