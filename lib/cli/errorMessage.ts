import { createTranslator } from 'next-intl';
import type { Failure } from '@/lib/result';
import messages from '@/messages/en.json';

/** The key is a variable here, so that the compiler cannot check it; a test holds every code against the messages. */
type Tree = Record<string, Record<string, string>>;

/**
 * The English sentence of an error code: the same one that the interface shows, from `messages/en.json`. A code that
 * has no sentence yet is shown with its parameters, so that nothing is ever hidden.
 */
export function errorMessage(failure: Failure<string>): string {
  const bare = [
    failure.code,
    ...Object.entries(failure.params ?? {}).map(([name, value]) => `${name}=${value}`),
  ].join(' ');
  const translate = createTranslator({
    locale: 'en',
    messages: messages as unknown as Tree,
    namespace: 'Errors',
    onError: () => {},
    getMessageFallback: () => bare,
  }) as unknown as (key: string, values?: Record<string, string | number>) => string;
  return translate(failure.code, failure.params);
}
