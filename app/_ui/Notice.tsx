import type { ReactNode } from 'react';
import { classes } from './classes';

const TONES = {
  info: 'bg-info-soft border-info/40',
  good: 'bg-good-soft border-good/40',
  warn: 'bg-warn-soft border-warn/40',
  bad: 'bg-bad-soft border-bad/40',
} as const;

/** A sentence that somebody has to see. `bad` is announced at once. */
export function Notice({
  tone = 'info',
  children,
  className,
}: {
  tone?: keyof typeof TONES;
  children: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={classes('rounded-md border px-4 py-3 text-ink', TONES[tone], className)}
    >
      {children}
    </div>
  );
}
