'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Kbd } from '@/app/_ui/Kbd';
import type { CommandId } from '../commands/registry';
import type { useSuggestion } from './useSuggestion';

type Props = {
  suggest: ReturnType<typeof useSuggestion>;
  pinning: boolean;
  run: (id: CommandId) => boolean;
};

/** Over the foot of the grid, whose rows stay where they are: what the engine would draw otherwise, or what a marked sentence waits for. */
export function SuggestionBar({ suggest, pinning, run }: Props) {
  const t = useTranslations('SuggestionBar');
  const { suggestion, ghosts } = suggest;
  if (pinning)
    return (
      <div className={BAR} data-testid="suggestion">
        <span>{t('pinning')}</span>
        <Button small look="quiet" onClick={() => run('leaveGhosts')}>
          {t('leave')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    );
  if (!suggestion) return null;
  const count = suggestion.hunks.reduce((sum, hunk) => sum + hunk.beads.length, 0);
  if (!ghosts.size)
    return (
      <div className={BAR} data-testid="suggestion">
        <span>{t('quiet', { count })}</span>
        <Button small onClick={() => run('realign')}>
          {t('look')} <Kbd>Alt</Kbd>
          <Kbd>R</Kbd>
        </Button>
        <Button small look="quiet" onClick={suggest.dismiss}>
          {t('leave')}
        </Button>
      </div>
    );
  return (
    <div className={BAR} data-testid="suggestion">
      <span>{t('shown', { count })}</span>
      <Button small look="primary" onClick={() => run('takeAllGhosts')}>
        {t('takeAll')} <Kbd>Shift</Kbd>
        <Kbd>Tab</Kbd>
      </Button>
      <Button small onClick={() => run('takeGhost')}>
        {t('takeOne')} <Kbd>Tab</Kbd>
      </Button>
      <Button small look="quiet" onClick={() => run('leaveGhosts')}>
        {t('leave')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}

const BAR =
  'absolute inset-x-0 bottom-0 z-20 flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t bg-accent-soft px-4 py-1.5 text-sm shadow-raised';
