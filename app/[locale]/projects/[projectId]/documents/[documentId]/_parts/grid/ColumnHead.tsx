'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import type { Bead } from '@/lib/bitext/types';
import { REFERENCE_COLUMN } from './gridColumns';
import { LanguageHeader } from './LanguageHeader';
import { thenFocus } from './thenFocus';
import type { useColumns } from './useColumns';

type Props = {
  /** Of the bitext; null for the reference. */
  id: string | null;
  name: string;
  /** Null for the reference. */
  beads: readonly Bead[] | null;
  disputed: ReadonlySet<string>;
  columns: ReturnType<typeof useColumns>;
};

/** What stands over a column: its language, how far it is, and the way to move or hide it. */
export function ColumnHead({ id, name, beads, disputed, columns }: Props) {
  const t = useTranslations('Workbench');
  const columnId = id ?? REFERENCE_COLUMN;
  const moveLeft = columns.moveLeft(columnId);
  const move = moveLeft && (
    <Button
      look="quiet"
      small
      onClick={() => thenFocus(moveLeft, `[data-column-head="${columnId}"]`)}
      aria-label={t('moveLeft', { lang: name })}
    >
      ←
    </Button>
  );
  if (id === null || beads === null)
    return (
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold sm:leading-8">{name}</span>
        <span className="text-ink-soft text-sm">{t('reference')}</span>
        <span className="ml-auto flex">{move}</span>
      </div>
    );
  const hide = () => thenFocus(() => columns.hide(id), `[data-column-show="${id}"]`);
  return (
    <LanguageHeader {...{ name, beads, disputed, move }} onHide={columns.shown.length > 1 ? hide : null} />
  );
}
