'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Found } from '@/lib/bitext/find';
import type { Failure } from '@/lib/result';
import type { ExplainedBead } from '@/lib/server/align/explainBead';
import { explainBead } from '../../actions';

/** How long one has to stay at a bead before its reasons are asked for. */
const LINGER_MS = 250;

type Now = {
  /** Changes whenever the bead or its words may have. */
  version: string;
  isConnected: boolean;
  /** The server has what was done here: before that it would explain what was there before. */
  isSaved: boolean;
};

/**
 * The engine's reasons for a bead as it is drawn and reads; null while they are on their way, or did not come. What did
 * not come for want of a connection is asked for again once there is one.
 */
export function useReasons(documentId: string, { bead, bitext }: Found, now: Now) {
  const { version, isConnected, isSaved } = now;
  const [why, setWhy] = useState<{ of: string; is: ExplainedBead } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const shape = `${bead.id} ${bead.source.start} ${bead.source.end} ${bead.target.start} ${bead.target.end} ${version}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says which bead, drawn and read how; `tries`, that it is asked again.
  useEffect(() => {
    setFailure(null);
    // Without a connection nothing will be saved soon: asking says so.
    if (!isSaved && isConnected) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await explainBead({ documentId, bitextId: bitext.id, beadId: bead.id }).catch(offline);
      if (!current) return;
      if (answer.ok) setWhy({ of: shape, is: answer.value });
      else setFailure(answer.error);
    }, LINGER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [documentId, shape, isSaved, tries]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  const isCutOff = failure?.code === 'request.offline';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time that the server is heard again.
  useEffect(() => {
    if (isConnected && isCutOff) retry();
  }, [isConnected]);
  useEffect(() => {
    if (!isCutOff) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [isCutOff, retry]);
  // Reasons for what was there before would mark the wrong letters.
  return { why: why?.of === shape ? why.is : null, failure, retry };
}

const offline = (): { ok: false; error: Failure } => ({ ok: false, error: { code: 'request.offline' } });
