'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { findFormat } from '@/lib/formats/formats';

type Described = Parameters<ReturnType<typeof useTranslations<'Formats'>>>[0];

/** What a format is called here: names that describe it are translated, proper names such as “TMX 1.4b” are not. */
export function useFormatName(): (id: string) => string {
  const t = useTranslations('Formats');
  return useCallback(
    (id) => (t.has(id as Described) ? t(id as Described) : (findFormat(id)?.name ?? id)),
    [t],
  );
}
