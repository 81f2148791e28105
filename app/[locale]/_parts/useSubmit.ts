'use client';

import { useState, useTransition } from 'react';
import type { Failure, Result } from '@/lib/result';

/**
 * Calls an action and keeps what a form shows meanwhile and afterwards.
 * @param done is called with the value when it worked.
 */
export function useSubmit<I, T>(
  action: (input: I) => Promise<Result<T>>,
  done: (value: T) => void,
): { submit: (input: I) => void; pending: boolean; failure: Failure | null; clear: () => void } {
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = (input: I): void =>
    start(async () => {
      setFailure(null);
      const result = await action(input).catch(offline);
      if (result.ok) done(result.value);
      else setFailure(result.error);
    });
  return { submit, pending, failure, clear: () => setFailure(null) };
}

/** Actions answer with codes; what is thrown is the way to the server. */
const offline = (cause: unknown): { ok: false; error: Failure } => {
  console.error(cause);
  return { ok: false, error: { code: 'request.offline' } };
};
