'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from './KeymapContext';
import { objectionTo } from './keymap';
import { keyCaps, shortcutOf } from './keys';
import type { CommandId } from './registry';

/** Waits for the key that a command is to have from now on. Says why when it can't be that one. */
export function KeyCatcher({ id, onDone }: { id: CommandId; onDone: () => void }) {
  const t = useTranslations('HelpDialog');
  const names = useTranslations('Commands');
  const { keymap, choose } = useKeys();
  const field = useRef<HTMLInputElement>(null);
  const [objection, setObjection] = useState<{ shortcut: string; why: 'reserved' | CommandId } | null>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <span className="grid justify-items-end">
      <input
        ref={field}
        readOnly
        value={objection ? keyCaps(objection.shortcut).join(' ') : ''}
        placeholder={t('press')}
        aria-label={t('changeOf', { command: names(id) })}
        aria-describedby={objection ? 'key-objection' : undefined}
        className="min-h-8 w-48 rounded-md border border-accent bg-surface px-2 text-sm"
        onBlur={onDone}
        onKeyDown={(event) => {
          const shortcut = shortcutOf(event.nativeEvent);
          if (!shortcut) return;
          event.preventDefault();
          event.stopPropagation();
          if (shortcut === 'Escape' || shortcut === 'Tab' || shortcut === 'Shift+Tab') return onDone();
          const why = objectionTo(keymap, id, shortcut);
          if (why) return setObjection({ shortcut, why });
          choose(id, shortcut);
          onDone();
        }}
      />
      {objection && (
        <span id="key-objection" role="alert" className="text-bad text-xs">
          {objection.why === 'reserved' ? t('reserved') : t('taken', { command: names(objection.why) })}
        </span>
      )}
    </span>
  );
}
