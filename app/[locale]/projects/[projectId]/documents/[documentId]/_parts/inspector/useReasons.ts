'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Found } from '@/lib/bitext/find';
import type { Failure } from '@/lib/result';
import type { ExplainedBead } from '@/lib/server/align/explainBead';
import { explainBead } from '../../actions';

/** How long one has to stay at a bead before its reasons are asked for. */
const LINGER_MS = 250;

/** The engine's reasons for a bead as it is drawn; null while they are on their way, or did not come. */
export function useReasons(documentId: string, { bead, bitext }: Found) {
  const [why, setWhy] = useState<ExplainedBead | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  const shape = `${bead.id} ${bead.source.start} ${bead.source.end} ${bead.target.start} ${bead.target.end}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` says which bead, drawn how; `tries`, that it is asked again.
  useEffect(() => {
    setWhy(null);
    setFailure(null);
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await explainBead({ documentId, bitextId: bitext.id, beadId: bead.id }).catch(offline);
      if (!current) return;
      if (answer.ok) setWhy(answer.value);
      else setFailure(answer.error);
    }, LINGER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [documentId, shape, tries]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  return { why, failure, retry };
}

const offline = (): { ok: false; error: Failure } => ({ ok: false, error: { code: 'request.offline' } });
