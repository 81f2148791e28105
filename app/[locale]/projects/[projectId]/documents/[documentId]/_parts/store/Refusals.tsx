'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { useErrorText } from '@/app/_ui/useErrorText';
import { beadsNamed } from '@/lib/bitext/commands';
import type { Refusal } from './Outbox';

type Props = {
  refusals: readonly Refusal[];
  /** Shows a bead; false when it is no longer there. */
  onShow: (beadId: string) => void;
  onSettle: (refusal: Refusal, again: boolean) => void;
};

/**
 * Edits that the server did not take, because somebody else was there first or because they no longer
 * fit. Nothing is lost silently: each can be looked at, left as the others have it, or done again on top. They lie over
 * the foot of the grid: whoever is typing meanwhile keeps the row that they type in where it is.
 */
export function Refusals({ refusals, onShow, onSettle }: Props) {
  const t = useTranslations('Refusals');
  const names = useTranslations('Commands');
  const errorText = useErrorText();
  if (!refusals.length) return null;
  return (
    <section
      aria-label={t('title')}
      className="absolute inset-x-0 bottom-0 z-30 max-h-[min(35dvh,50%)] overflow-auto border-warn/40 border-t bg-warn-soft px-4 py-2 text-sm shadow-raised"
      data-testid="refusals"
    >
      <p role="alert" className="font-medium">
        {t('lead', { count: refusals.length })}
      </p>
      <ul className="mt-1 grid gap-1">
        {refusals.map((refusal) => {
          const { commands, editId } = refusal.edit;
          const [first] = commands.flatMap(beadsNamed);
          return (
            <li key={editId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>
                <strong className="font-medium">{t('what', { command: names(commands[0].type) })}</strong>{' '}
                {errorText(refusal.failure)}
              </span>
              <span className="ml-auto flex gap-1.5">
                {first && (
                  <Button small look="quiet" onClick={() => onShow(first)}>
                    {t('show')}
                  </Button>
                )}
                <Button small onClick={() => onSettle(refusal, true)}>
                  {t('again')}
                </Button>
                <Button small onClick={() => onSettle(refusal, false)}>
                  {t('leave')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
