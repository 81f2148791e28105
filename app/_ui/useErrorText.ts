'use client';

import { useTranslations } from 'next-intl';
import type { Failure } from '@/lib/result';

/** Turns a failure's code into a sentence of the reader's language. */
export function useErrorText(): (failure: Failure) => string {
  const t = useTranslations('Errors');
  return ({ code, params }) =>
    (t as (key: string, values?: Record<string, string | number>) => string)(code, params);
}
