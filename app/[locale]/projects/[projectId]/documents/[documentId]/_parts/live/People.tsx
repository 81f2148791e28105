'use client';

import { useTranslations } from 'next-intl';
import { classes } from '@/app/_ui/classes';
import type { Present } from '@/lib/bitext/live';
import type { LiveState } from './liveConnection';

type Props = {
  state: LiveState;
  others: readonly Present[];
  onGo: (at: { bitextId: string; beadId: string }) => void;
  onRetry: () => void;
};

/** Who else has the document open; a press leads to where they are. Says when their news don't arrive. */
export function People({ state, others, onGo, onRetry }: Props) {
  const t = useTranslations('People');
  const people = [...new Map(others.map((one) => [one.userId, one])).values()];
  return (
    <>
      {state === 'lost' && (
        <button
          type="button"
          onClick={onRetry}
          className="rounded-md bg-warn-soft px-2 py-1 font-medium text-sm text-warn"
        >
          {t('lost')}
        </button>
      )}
      {people.length > 0 && (
        <ul aria-label={t('label')} className="flex -space-x-1">
          {people.map((one) => (
            <li key={one.userId}>
              <button
                type="button"
                disabled={!one.beadId}
                title={one.name}
                aria-label={t('goTo', { name: one.name })}
                onClick={() =>
                  one.bitextId && one.beadId && onGo({ bitextId: one.bitextId, beadId: one.beadId })
                }
                className={classes(
                  'grid size-7 place-items-center rounded-full border-2 border-surface font-semibold text-xs',
                  hueOf(one.userId),
                )}
              >
                {initialsOf(one.name)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Vietnamese given names stand last, as do Romanian family names: first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...word][0]?.toLocaleUpperCase() ?? '').join('');
}

const HUES = [
  'bg-info-soft text-info',
  'bg-good-soft text-good',
  'bg-warn-soft text-warn',
  'bg-bad-soft text-bad',
];
export const hueOf = (userId: string): string =>
  HUES[[...userId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % HUES.length];
