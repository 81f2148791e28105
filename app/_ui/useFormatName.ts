'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { findFormat } from '@/lib/formats/formats';
import type messages from '@/messages/en.json';

type Described = keyof typeof messages.Formats;

/** What a format is called here: names that describe it are translated, proper names such as “TMX 1.4b” are not. */
export function useFormatName(): (id: string) => string {
  const t = useTranslations('Formats');
  return useCallback(
    (id) => (t.has(id as Described) ? t(id as Described) : (findFormat(id)?.name ?? id)),
    [t],
  );
}
