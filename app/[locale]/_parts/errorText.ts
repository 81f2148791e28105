import { getTranslations } from 'next-intl/server';
import type { Failure } from '@/lib/result';

/** A failure's code as a sentence of the reader's language, on the server. A test sees to it that every code has one. */
export async function errorText({ code, params }: Failure): Promise<string> {
  const t = await getTranslations('Errors');
  return (t as (key: string, values?: Failure['params']) => string)(code, params);
}
