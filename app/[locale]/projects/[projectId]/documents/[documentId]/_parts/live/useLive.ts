'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveJob, Present } from '@/lib/bitext/live';
import type { DocumentStore } from '../store/DocumentStore';
import { post } from '../store/door';
import type { Focus } from '../WorkbenchContext';
import { LiveConnection, type LiveState } from './liveConnection';

/** Steps through the grid are told at most this often. */
const TELL_MS = 500;
/** Well within what the server takes for being away. */
const KEEP_MS = 20_000;

/** What others do in the document as they do it, and where they are. */
export function useLive(documentId: string, store: DocumentStore, seq: number) {
  const [state, setState] = useState<LiveState>('connecting');
  const [present, setPresent] = useState<readonly Present[]>([]);
  // Running ones. What they come to arrives as a change.
  const [jobs, setJobs] = useState<readonly LiveJob[]>([]);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  // One a page view: a reload is another window to the others.
  const clientId = useMemo(() => crypto.randomUUID(), []);
  const connection = useRef<LiveConnection>(null);

  useEffect(() => {
    const live = new LiveConnection({
      url: `/api/documents/${documentId}/live`,
      clientId,
      seq,
      onChanges: (changes) => {
        store.receive(
          changes.map(({ seq, eventId, change, reload }) => ({
            seq,
            eventId,
            change: reload ? null : change,
          })),
        );
        setNames((now) =>
          changes.every(({ actorId }) => now[actorId])
            ? now
            : {
                ...now,
                ...Object.fromEntries(changes.map(({ actorId, actorName }) => [actorId, actorName])),
              },
        );
      },
      onPresence: setPresent,
      onJob: (job) =>
        setJobs((now) => [
          ...now.filter(({ bitextId }) => bitextId !== job.bitextId),
          ...(job.state === 'running' ? [job] : []),
        ]),
      onReload: () => void store.reload(),
      onState: (next) => {
        setState(next);
        // How they go on is not heard of meanwhile.
        if (next === 'lost') setJobs([]);
        // What waited for a connection goes at once.
        if (next === 'live') store.resume();
      },
    });
    connection.current = live;
    const onVisibility = () => {
      if (document.hidden) live.pause();
      else {
        live.movedOn(store.lastSeq);
        live.start();
      }
    };
    const onOnline = () => live.retry();
    onVisibility();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('online', onOnline);
      live.pause();
    };
  }, [documentId, store, seq, clientId]);

  const where = useRef<Focus | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useCallback(() => {
    timer.current = undefined;
    const { bitextId = null, beadId = null } = where.current ?? {};
    // Presence is a courtesy: when it can't be told now, it is told next time.
    post(`/api/documents/${documentId}/presence`, { clientId, bitextId, beadId }).catch(() => {});
  }, [documentId, clientId]);
  const tellWhere = useCallback(
    (at: Focus | null) => {
      where.current = at;
      timer.current ??= setTimeout(tell, TELL_MS);
    },
    [tell],
  );
  useEffect(() => {
    const keep = setInterval(() => !document.hidden && tell(), KEEP_MS);
    return () => clearInterval(keep);
  }, [tell]);

  const others = useMemo(() => present.filter((one) => one.clientId !== clientId), [present, clientId]);
  const byBead = useMemo(() => {
    const beads = new Map<string, Present[]>();
    for (const one of others) if (one.beadId) beads.set(one.beadId, [...(beads.get(one.beadId) ?? []), one]);
    return beads;
  }, [others]);
  return { state, jobs, others, byBead, names, tellWhere, retry: () => connection.current?.retry() };
}
