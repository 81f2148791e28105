'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the page as the server sent it, true once it is alive. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
