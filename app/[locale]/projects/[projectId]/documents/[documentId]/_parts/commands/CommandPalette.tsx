'use client';

import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { classes } from '@/app/_ui/classes';
import { Dialog } from '@/app/_ui/Dialog';
import { Kbd } from '@/app/_ui/Kbd';
import { stripDiacritics } from '@/lib/text/fold';
import { useKeymap } from './KeymapContext';
import { keyCaps } from './keys';
import { COMMANDS, type CommandId, isAvailable, type Situation } from './registry';

/** Every command by name: type a few letters of it, Enter gives it. Words may stand in any order, marks left out. */
export function CommandPalette({
  open,
  situation,
  onClose,
  onRun,
}: {
  open: boolean;
  situation: Situation;
  onClose: () => void;
  onRun: (id: CommandId) => void;
}) {
  const t = useTranslations('CommandPalette');
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      {open && <Choices situation={situation} onRun={onRun} />}
    </Dialog>
  );
}

function Choices({ situation, onRun }: { situation: Situation; onRun: (id: CommandId) => void }) {
  const t = useTranslations('CommandPalette');
  const names = useTranslations('Commands');
  const keymap = useKeymap();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useMemo(() => {
    const fold = (text: string) => stripDiacritics(text).toLowerCase();
    const words = fold(typed).split(/\s+/).filter(Boolean);
    return COMMANDS.filter(({ id }) => id !== 'palette' && isAvailable(id, situation)).filter(({ id }) => {
      const name = fold(names(id));
      return words.every((word) => name.includes(word));
    });
  }, [typed, situation, names]);
  const at = Math.min(chosen, choices.length - 1);
  const optionId = (id: CommandId) => `${listId}-${id}`;
  return (
    <>
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices[at] && optionId(choices[at].id)}
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step) {
            event.preventDefault();
            setChosen(Math.max(0, Math.min(choices.length - 1, at + step)));
          } else if (event.key === 'Enter' && choices[at]) {
            event.preventDefault();
            onRun(choices[at].id);
          }
        }}
        className="min-h-10 w-full rounded-md border border-line-strong/60 bg-surface px-3"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('title')}
        className="-mx-2 grid max-h-[50dvh] overflow-auto"
      >
        {choices.map(({ id }, k) => (
          <div
            key={id}
            id={optionId(id)}
            role="option"
            aria-selected={k === at}
            tabIndex={-1}
            ref={k === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => onRun(id)}
            onKeyDown={undefined}
            className={classes(
              'flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2 hover:bg-hover',
              k === at && 'bg-accent-soft',
            )}
          >
            {names(id)}
            <span className="flex shrink-0 gap-0.5">
              {keyCaps(keymap[id][0] ?? '').map((cap) => (
                <Kbd key={cap}>{cap}</Kbd>
              ))}
            </span>
          </div>
        ))}
        {choices.length === 0 && <p className="px-2 py-1.5 text-ink-soft">{t('nothing')}</p>}
      </div>
    </>
  );
}
