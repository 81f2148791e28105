'use client';

import { useFormatter, useNow } from 'next-intl';

/** Says how long ago something was; clocks of server and browser may differ a little, but nothing is in the future. */
export function useAgo(): (iso: string) => string {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  return (iso) => {
    const at = new Date(iso);
    return format.relativeTime(at, at > now ? at : now);
  };
}
