import { createTranslator } from 'next-intl';
import messages from '@/messages/en.json';

/** The key is a variable here, so that the compiler cannot check it; a test holds every code against the messages. */
type Tree = Record<string, Record<string, string>>;
type Coded = { code: string; params?: Record<string, string | number> };

/**
 * The English sentence of an error code, for programs: the same one that the interface shows, from `messages/en.json`.
 * A code that has no sentence is shown with its parameters, so that nothing is ever hidden.
 */
export function englishError({ code, params }: Coded): string {
  const bare = [code, ...Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`)].join(' ');
  const translate = createTranslator({
    locale: 'en',
    messages: messages as unknown as Tree,
    namespace: 'Errors',
    onError: () => {},
    getMessageFallback: () => bare,
  }) as unknown as (key: string, values?: Record<string, string | number>) => string;
  return translate(code, params);
}
