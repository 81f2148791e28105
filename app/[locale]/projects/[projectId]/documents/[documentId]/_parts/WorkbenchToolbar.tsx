'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { Failure } from '@/lib/result';
import type { Snapshot } from './store/DocumentStore';
import { SaveMark } from './store/SaveMark';
import { useActions } from './WorkbenchContext';

type Props = {
  /** The filter bar. */
  children: ReactNode;
  hiddenColumns: readonly { id: string; name: string }[];
  onShow: (id: string) => void;
  saving: Pick<Snapshot, 'saving' | 'waiting'>;
  /** Translations that the engine aligns just now, and the share that is done. */
  aligning: readonly { id: string; lang: string; share: number }[];
  /** Who else is here. */
  people: ReactNode;
  failure: Failure | null;
  onDismiss: () => void;
};

/** Above the grid: filters, hidden columns, saving, undo; and what went wrong last. */
export function WorkbenchToolbar({
  children,
  hiddenColumns,
  onShow,
  saving,
  aligning,
  people,
  failure,
  onDismiss,
}: Props) {
  const t = useTranslations('Workbench');
  const errorText = useErrorText();
  const { run } = useActions();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2 max-sm:gap-x-1.5 max-sm:px-2">
        {children}
        <div className="ml-auto flex flex-wrap items-center gap-1.5">
          {hiddenColumns.map(({ id, name }) => (
            <Button key={id} small onClick={() => onShow(id)} data-column-show={id}>
              {t('show', { lang: name })}
            </Button>
          ))}
          {aligning.map(({ id, lang, share }) => (
            <span key={id} className="px-2 text-ink-soft text-sm tabular-nums" data-testid="aligning">
              {t('aligning', { lang, share })}
            </span>
          ))}
          {people}
          <SaveMark {...saving} />
          <Button small look="quiet" onClick={() => run('undo')} aria-label={t('undo')} title="Ctrl + Z">
            <span aria-hidden="true" className="text-lg">
              ↶
            </span>
          </Button>
          <Button
            small
            look="quiet"
            onClick={() => run('redo')}
            aria-label={t('redo')}
            title="Ctrl + Shift + Z"
          >
            <span aria-hidden="true" className="text-lg">
              ↷
            </span>
          </Button>
          <Button
            small
            look="quiet"
            className="max-sm:hidden"
            onClick={() => run('palette')}
            title="Ctrl + K"
          >
            {t('commands')}
          </Button>
          <Button small look="quiet" className="max-sm:hidden" onClick={() => run('help')} title="?">
            {t('help')}
          </Button>
        </div>
      </div>
      {failure && (
        // Over the rows: they stay where the pointer has them.
        <div className="relative z-30">
          <div className="absolute inset-x-0 top-0 px-4 py-2">
            <Notice
              tone="bad"
              className="mx-auto flex max-w-3xl items-center justify-between gap-4 py-1.5 shadow-raised"
            >
              <span>{errorText(failure)}</span>
              <Button small look="quiet" onClick={onDismiss}>
                {t('dismiss')}
              </Button>
            </Notice>
          </div>
        </div>
      )}
    </>
  );
}
