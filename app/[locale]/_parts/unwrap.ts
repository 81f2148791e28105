import { notFound } from 'next/navigation';
import type { Result } from '@/lib/result';

/** The value, for a page. Whatever is missing, hidden or forbidden there is the page that does not exist. */
export function unwrap<T>(result: Result<T>): T {
  return result.ok ? result.value : notFound();
}
