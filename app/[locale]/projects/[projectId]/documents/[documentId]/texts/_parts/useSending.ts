'use client';

import { useEffect, useRef, useState } from 'react';
import type { Result } from '@/lib/result';
import { type SendProgress, sendForm } from './sendForm';

/** One form at a time on its way; a new one, `cancel` and leaving the page end the one before. */
export function useSending() {
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** @returns null when it was cancelled. */
  const send = async <T>(url: string, form: FormData): Promise<Result<T> | null> => {
    running.current?.abort();
    const sending = new AbortController();
    running.current = sending;
    setProgress({ step: 'sending', share: 0 });
    const answer = await sendForm<T>(url, form, { signal: sending.signal, onProgress: setProgress });
    if (running.current === sending) setProgress(null);
    return answer;
  };
  const cancel = () => {
    running.current?.abort();
    setProgress(null);
  };
  return { progress, send, cancel };
}
