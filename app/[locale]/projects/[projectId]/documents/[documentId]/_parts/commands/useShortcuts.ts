'use client';

import { useEffect } from 'react';
import type { Keymap } from './keymap';
import { isShortcut, isSingleKey } from './keys';
import { COMMANDS, type CommandId, EVERYWHERE } from './registry';

type Cutting = { choose: (delta: number) => void; confirm: () => void; leave: () => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/**
 * Hears the keys of the registry. Most of them belong to the grid; those that are in `EVERYWHERE`
 * work all over the page, but never in a text field or under a dialog.
 *
 * @param cutting takes the arrows, Enter and Escape while the person chooses where to cut.
 * @param keymap the keys as they hold for this person.
 * @param back leads from beside the grid back to the bead; Escape's meaning there.
 * @param run answers whether the key meant something.
 */
export function useShortcuts(
  run: (id: CommandId) => boolean,
  cutting: Cutting | null,
  keymap: Keymap,
  singleKeys: boolean,
  back: () => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') || isTyping(event.target)) return;
      if (cutting) {
        if (event.key === 'ArrowUp') cutting.choose(-1);
        else if (event.key === 'ArrowDown') cutting.choose(1);
        else if (event.key === 'Enter') cutting.confirm();
        else if (event.key === 'Escape') cutting.leave();
        else return;
        event.preventDefault();
        return;
      }
      const inGrid = event.target instanceof Element && event.target.closest('[role="grid"]') !== null;
      const elsewhere = !inGrid && event.target !== document.body;
      if (elsewhere && event.key === 'Escape' && !event.isComposing) {
        event.preventDefault();
        return back();
      }
      for (const { id, group } of COMMANDS) {
        const shortcut = keymap[id].find((one) => isShortcut(event, one));
        if (!shortcut || (isSingleKey(shortcut) && !singleKeys)) continue;
        // Beside the grid, on the map or in the inspector, keys with a modifier still mean the bead.
        if (elsewhere && !EVERYWHERE.has(id) && !/^(Alt|Ctrl)\+/.test(shortcut)) continue;
        // A key held down moves on through the grid; it never decides anything.
        if (event.repeat && (group === 'decide' || group === 'review')) return event.preventDefault();
        // One key may stand for several commands that are never available together: Tab takes a ghost, or moves on.
        if (!run(id)) continue;
        event.preventDefault();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [run, cutting, keymap, singleKeys, back]);
}
