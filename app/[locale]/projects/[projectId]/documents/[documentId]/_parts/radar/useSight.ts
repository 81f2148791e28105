'use client';

import { useRef } from 'react';

export type Sight = {
  read: () => readonly [number, number];
  tell: (places: readonly [number, number] | undefined) => void;
  subscribe: (listener: () => void) => () => void;
};

/** The first and last place of the grid in sight, told to whoever draws it without drawing the workbench anew. */
export function useSight(): Sight {
  const sight = useRef<Sight>(null);
  sight.current ??= makeSight();
  return sight.current;
}

function makeSight(): Sight {
  let places: readonly [number, number] = [0, 0];
  const listeners = new Set<() => void>();
  return {
    read: () => places,
    tell: (next) => {
      if (!next || (next[0] === places[0] && next[1] === places[1])) return;
      places = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
