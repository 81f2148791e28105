'use client';

import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';

type Props = {
  title: string;
  /** What it is, in a line. */
  about: ReactNode;
  busy: 'reading' | 'storing' | null;
  /** Words for choosing other files, for accepting and for leaving. */
  words: { another: string; accept: string; cancel: string };
  canAccept: boolean;
  onAccept: () => void;
  onAgain: () => void;
  children: ReactNode;
  /** What stands under the card: rows to look at. */
  below?: ReactNode;
};

/** What an import would do, before it is accepted: what it is on top, the decision at the bottom. */
export function PreviewCard(props: Props) {
  const { title, about, busy, words, canAccept, onAccept, onAgain, children, below } = props;
  return (
    <div className="grid grid-cols-1 gap-6" aria-busy={busy !== null}>
      <div className="grid grid-cols-1 gap-4 rounded-xl border border-line bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <div className="min-w-0">
            <h2 className="break-all font-semibold text-lg">{title}</h2>
            <p className="text-ink-soft">{about}</p>
          </div>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {words.another}
          </Button>
        </div>
        {/* What is being stored is no longer open to choices. */}
        <div
          className={classes('grid grid-cols-1 gap-4', busy === 'storing' && 'opacity-60')}
          inert={busy === 'storing'}
        >
          {children}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            onClick={onAccept}
            disabled={!canAccept || busy === 'reading'}
            busy={busy === 'storing'}
          >
            {words.accept}
          </Button>
          {/* What is on its way is cancelled beside its progress. */}
          {busy === null && (
            <Button look="quiet" onClick={onAgain}>
              {words.cancel}
            </Button>
          )}
        </div>
      </div>
      {below}
    </div>
  );
}
