'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * After a step to another page without a reload, whatever had the focus may be gone with the page that it was on, and
 * the keyboard would begin again at the address bar: the new page's heading takes it. What has the focus keeps it.
 */
export function FocusOnArrival() {
  const pathname = usePathname();
  const left = useRef(pathname);
  useEffect(() => {
    if (left.current === pathname) return;
    left.current = pathname;
    if (document.activeElement && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#main h1[tabindex]')?.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
