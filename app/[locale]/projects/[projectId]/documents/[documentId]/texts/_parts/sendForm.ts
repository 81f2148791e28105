import type { Failure, Result } from '@/lib/result';
import type { Progress } from '@/lib/server/uploads/Working';

/** `sending` is the browser's own step, the others are the server's. */
export type SendStep = Progress['step'] | 'sending';
export type SendProgress = { step: SendStep; share: number };

type Line<T> = { progress: Progress } | { value: T } | { error: Failure };

/**
 * Sends a form with large files and follows what becomes of it. Aborting takes the connection away: the server ends its
 * work and stores nothing.
 *
 * An XMLHttpRequest and no fetch, which cannot tell how much has been sent.
 *
 * @returns the answer; null when it was aborted.
 */
export function sendForm<T>(
  url: string,
  form: FormData,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: SendProgress) => void },
): Promise<Result<T> | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (result: Result<T> | null) => {
      signal.removeEventListener('abort', abort);
      resolve(result);
    };
    let read = 0;
    let last: Line<T> | null = null;
    const readLines = (text: string) => {
      for (let end = text.indexOf('\n', read); end >= 0; end = text.indexOf('\n', read)) {
        last = JSON.parse(text.slice(read, end)) as Line<T>;
        read = end + 1;
        if ('progress' in last) onProgress(last.progress);
      }
    };
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ step: 'sending', share: total ? loaded / total : 0 });
    request.upload.onload = () => onProgress({ step: 'waiting', share: 0 });
    request.onprogress = () => {
      if (isLines(request)) readLines(request.responseText);
    };
    request.onload = () => {
      if (isLines(request)) readLines(request.responseText);
      else last = parsed<T>(request.responseText);
      if (last && 'value' in last) settle({ ok: true, value: last.value });
      else if (last && 'error' in last) settle({ ok: false, error: last.error });
      else settle(OFFLINE); // Cut off before the answer.
    };
    request.onerror = () => settle(OFFLINE);
    request.onabort = () => settle(null);
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/x-ndjson, application/json');
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) settle(null);
    else request.send(form);
  });
}

const OFFLINE: Result<never> = { ok: false, error: { code: 'request.offline' } };

const isLines = (request: XMLHttpRequest): boolean =>
  request.getResponseHeader('content-type')?.startsWith('application/x-ndjson') ?? false;

function parsed<T>(text: string): Line<T> | null {
  try {
    return JSON.parse(text) as Line<T>;
  } catch {
    return null; // A page of some proxy's, not our answer.
  }
}
