'use client';

import { useCallback, useEffect, useState } from 'react';
import type { CheckId } from '@/lib/checks';
import type { BeadChecks } from '@/lib/server/checks/readBeadChecks';
import type { ChecksView } from '@/lib/server/checks/readChecks';
import type { FilterFacts } from '../filter/filters';
import type { DocumentStore } from '../store/DocumentStore';
import { get } from '../store/door';

/** When the whole is asked about after opening. */
const FIRST_MS = 2500;
/** How often the whole is asked about again, if something has changed. */
const AGAIN_MS = 30_000;

type Findings = FilterFacts['findings'];

/** What the checks have found in the whole document; a bead that was looked at again is known better. */
export function useFindings(documentId: string, store: DocumentStore) {
  const [findings, setFindings] = useState<Findings>(new Map());
  useEffect(() => {
    let current = true;
    let known = -1;
    const ask = () =>
      get<ChecksView[]>(`/api/documents/${documentId}/checks`).then(
        (answer) => {
          if (!current || !answer.ok) return;
          known = Math.min(...answer.value.map(({ seq }) => seq));
          setFindings(byBead(answer.value));
        },
        () => {}, // Without a connection there are no findings; the page says that it has none.
      );
    // The rows and their words come first: the whole is checked while one begins to read.
    const first = setTimeout(() => void ask(), FIRST_MS);
    // Beads that one looks at are judged anew at once; the rest follows now and then.
    const timer = setInterval(() => {
      if (known < store.lastSeq && !document.hidden) void ask();
    }, AGAIN_MS);
    return () => {
      current = false;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [documentId, store]);

  /** What was found when this bead was looked at by itself. */
  const learn = useCallback((beadId: string, { findings: found }: BeadChecks) => {
    setFindings((now) => {
      const open = found.filter((one) => !one.ignored);
      if (!open.length && !now.has(beadId)) return now;
      const next = new Map(now);
      if (open.length) next.set(beadId, open);
      else next.delete(beadId);
      return next;
    });
  }, []);
  return { findings, learn };
}

function byBead(views: readonly ChecksView[]): Findings {
  const findings = new Map<string, { check: CheckId }[]>();
  for (const { found, ignored } of views) {
    const left = new Set(ignored.map(({ beadId, check }) => `${beadId} ${check}`));
    for (const { check, beads } of found)
      for (const beadId of beads) {
        if (left.has(`${beadId} ${check}`)) continue;
        const known = findings.get(beadId);
        if (known) known.push({ check });
        else findings.set(beadId, [{ check }]);
      }
  }
  return findings;
}
