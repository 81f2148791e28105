'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { StatusMark } from '@/app/_ui/StatusMark';
import { isAvailable, type Situation } from '../commands/registry';
import { useSetting } from '../useSetting';
import { useActions } from '../WorkbenchContext';

/**
 * Where the inspector stands: beside the grid, or where there is no room for both under it, folded to one line with
 * what is done most often, so that the texts have the screen.
 */
export function InspectorPane({ situation, children }: { situation: Situation; children: ReactNode }) {
  const t = useTranslations('Workbench');
  const names = useTranslations('Commands');
  const status = useTranslations('Status');
  const { run } = useActions();
  const [unfolded, setUnfolded] = useSetting('triptych.inspectorUnfolded', false);
  const bead = situation.found?.bead;
  return (
    <aside
      aria-label={t('inspector')}
      className="flex w-80 shrink-0 flex-col border-line border-l bg-surface max-lg:w-full max-lg:border-t max-lg:border-l-0"
    >
      <div className="flex items-center gap-2 px-3 py-1.5 text-sm lg:hidden">
        {bead ? (
          <>
            <StatusMark status={bead.status} />
            <span className="min-w-0 truncate font-medium">{status(bead.status)}</span>
          </>
        ) : (
          <span className="min-w-0 truncate text-ink-soft">{t('noBead')}</span>
        )}
        <span className="ml-auto flex gap-1.5">
          {situation.mayEdit && (
            <Button small disabled={!isAvailable('confirm', situation)} onClick={() => run('confirm')}>
              {names('confirm')}
            </Button>
          )}
          <Button
            small
            look="quiet"
            aria-expanded={unfolded}
            aria-controls="inspector"
            onClick={() => setUnfolded(!unfolded)}
          >
            {t('details')}
            <span aria-hidden="true">{unfolded ? '▾' : '▴'}</span>
          </Button>
        </span>
      </div>
      <div
        id="inspector"
        className={classes(
          'min-h-0 overflow-auto max-lg:max-h-[45dvh] max-lg:border-line max-lg:border-t',
          !unfolded && 'max-lg:hidden',
        )}
      >
        {children}
      </div>
    </aside>
  );
}
