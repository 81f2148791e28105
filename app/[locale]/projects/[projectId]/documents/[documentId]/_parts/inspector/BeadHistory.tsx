'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import type { BeadHistoryEntry } from '@/lib/server/editing/readBeadHistory';
import { beadHistory } from '../../actions';
import { useAgo } from './useAgo';

/** Who did what to a bead, newest first. `version` changes with the bead. */
export function BeadHistory({
  documentId,
  beadId,
  version,
  mayEdit,
  onRevert,
}: {
  documentId: string;
  beadId: string;
  version: string;
  mayEdit: boolean;
  /** Takes one line back, whoever wrote it. */
  onRevert: (eventId: string) => void;
}) {
  const t = useTranslations('BeadHistory');
  const status = useTranslations('Status');
  const format = useFormatter();
  const ago = useAgo();
  const [entries, setEntries] = useState<BeadHistoryEntry[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the bead has a new line of history.
  useEffect(() => {
    let current = true;
    // Moving through the grid should not ask for the history of every bead on the way.
    const timer = setTimeout(async () => {
      const answer = await beadHistory({ documentId, beadId }).catch(() => null);
      if (current && answer?.ok) setEntries(answer.value);
    }, 350);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [documentId, beadId, version]);
  return (
    <section className="grid gap-2" aria-label={t('title')}>
      <h3 className="font-medium text-sm">{t('title')}</h3>
      {entries === null && <p className="text-ink-soft text-sm">{t('loading')}</p>}
      {entries?.length === 0 && <p className="text-ink-soft text-sm">{t('none')}</p>}
      <ol className="grid gap-1.5 text-sm">
        {entries?.map((entry) => (
          <li key={entry.id}>
            <span className="font-medium">{entry.actor}</span>{' '}
            <span>
              {entry.kind === 'edit'
                ? format.list(entry.commands.map((command) => t('done', { command })))
                : t(`kinds.${entry.kind}`)}
            </span>
            {entry.before && entry.after && entry.before !== entry.after && (
              <span className="text-ink-soft">
                {' '}
                {status(entry.before)} → {status(entry.after)}
              </span>
            )}
            <time className="block text-ink-soft text-xs" dateTime={entry.at}>
              {ago(entry.at)}
            </time>
            {mayEdit && entry.revertible && (
              <Button small look="quiet" className="-ml-2.5" onClick={() => onRevert(entry.id)}>
                {t('revert')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
