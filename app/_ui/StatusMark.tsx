import type { BeadStatus } from '@/lib/bitext/types';
import { classes } from './classes';

// Told apart by shape as well as colour.
const MARKS: Record<BeadStatus, { path: string; className: string }> = {
  machine: { path: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z', className: 'text-ink-faint' },
  stale: {
    path: 'M12.6 4.9A5.5 5.5 0 1 0 13.4 9M13.2 1.7v3.5H9.7',
    className: 'text-bad',
  },
  proposed: { path: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 3v5M5.5 8h5', className: 'text-warn' },
  confirmed: { path: 'M3.5 8.5l3 3 6-7', className: 'text-info' },
  'self-reviewed': { path: 'M2 8.5l3 3 5-6M8.5 11l1 .8L14.5 6', className: 'text-good' },
  approved: {
    path: 'M8 1.8l5 2v4c0 3.2-2.1 5.3-5 6.4-2.9-1.1-5-3.2-5-6.4v-4zM5.6 8l1.8 1.8 3.2-3.6',
    className: 'text-good',
  },
};

/** The sign of a bead's status; its name goes beside it or into `label` for screen readers. */
export function StatusMark({
  status,
  label,
  className,
}: {
  status: BeadStatus;
  label?: string;
  className?: string;
}) {
  const { path, className: colour } = MARKS[status];
  return (
    <svg
      viewBox="0 0 16 16"
      className={classes('inline-block size-4 shrink-0', colour, className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={path} />
    </svg>
  );
}

/** The colour of the bracket that joins a bead with its sentences. */
export const STATUS_BRACKET: Record<BeadStatus, string> = {
  machine: 'border-line-strong/60',
  stale: 'border-bad',
  proposed: 'border-warn',
  confirmed: 'border-info',
  'self-reviewed': 'border-good',
  approved: 'border-good',
};

/** The same as a surface, for bars. */
export const STATUS_FILL: Record<BeadStatus, string> = {
  machine: 'bg-line-strong/40',
  stale: 'bg-bad/70',
  proposed: 'bg-warn',
  confirmed: 'bg-info',
  'self-reviewed': 'bg-good/70',
  approved: 'bg-good',
};
