'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Failure } from '@/lib/result';
import { saveKeys } from '../../actions';
import { type KeyChoices, type Keymap, keymapOf } from './keymap';
import type { CommandId } from './registry';

type Keys = {
  keymap: Keymap;
  changed: boolean;
  /** The server has not answered for the last change yet. */
  saving: boolean;
  failure: Failure | null;
  /** Gives a command another key, for this person everywhere. */
  choose: (id: CommandId, shortcut: string) => void;
  reset: () => void;
};
const Context = createContext<Keys | null>(null);

/** The keys as they hold for this person; what they change is kept with their account. */
export function KeymapProvider({ initial, children }: { initial: KeyChoices; children: ReactNode }) {
  const [choices, setChoices] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [waiting, setWaiting] = useState(0);
  const saving = waiting > 0;
  useEffect(() => {
    if (!saving) return;
    // A page that closes now takes the change with it.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);
  const save = useCallback(async (next: KeyChoices) => {
    setChoices(next);
    setWaiting((count) => count + 1);
    const keys = Object.fromEntries(Object.entries(next).map(([id, list]) => [id, [...(list ?? [])]]));
    const answer = await saveKeys({ keys }).catch(() => null);
    setWaiting((count) => count - 1);
    setFailure(answer ? (answer.ok ? null : answer.error) : { code: 'request.offline' });
  }, []);
  const value = useMemo(
    (): Keys => ({
      keymap: keymapOf(choices),
      changed: Object.keys(choices).length > 0,
      saving,
      failure,
      choose: (id, shortcut) => void save({ ...choices, [id]: [shortcut] }),
      reset: () => void save({}),
    }),
    [choices, saving, failure, save],
  );
  return <Context value={value}>{children}</Context>;
}

export function useKeys(): Keys {
  const keys = useContext(Context);
  if (!keys) throw new Error('Commands live inside the workbench.');
  return keys;
}
export const useKeymap = (): Keymap => useKeys().keymap;
