'use client';

import type { ComponentProps } from 'react';
import { Link, useRouter } from '@/lib/i18n/navigation';

type Props = ComponentProps<typeof Link> & { href: string };

/** A link to another view of the same document, which opens at the bead where this one is. */
export function PlaceLink({ href, ...rest }: Props) {
  const router = useRouter();
  return (
    <Link
      href={href}
      {...rest}
      onClick={(event) => {
        const bead = new URLSearchParams(window.location.search).get('bead');
        if (!bead || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.push(`${href}?bead=${bead}`);
      }}
    />
  );
}
