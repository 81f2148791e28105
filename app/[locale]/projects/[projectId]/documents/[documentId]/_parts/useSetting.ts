'use client';

import { useCallback, useState } from 'react';

/** A preference of this browser. Somebody who keeps nothing gets the default, every time. */
export function useSetting<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      return JSON.parse(window.localStorage.getItem(key) ?? 'null') ?? initial;
    } catch {
      return initial; // no storage, or not ours
    }
  });
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        window.localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // A full or forbidden storage: the preference lasts as long as the page.
      }
    },
    [key],
  );
  return [value, change];
}
