import { useEffect, useState } from 'react';
import type { Failure, Result } from '@/lib/result';
import type { ExportPreview } from '@/lib/server/export/previewExport';

/** Choices often come in twos and threes. */
const REST_MS = 150;

/** How the export begins; what was asked before is given up as soon as something else is wanted. */
export function useExportPreview(path: string, query: string | null) {
  const [preview, setPreview] = useState<ExportPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    setFailure(null);
    if (query === null) {
      setPreview(null);
      return;
    }
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`${path}/preview?${query}`, { signal: abort.signal, cache: 'no-store' });
        const body = (await response.json()) as { value: ExportPreview } | { error: Failure };
        if (abort.signal.aborted) return;
        setPreview('value' in body ? body.value : null);
        if ('error' in body) setFailure(body.error);
      } catch {
        if (!abort.signal.aborted)
          setFailure({ code: 'request.offline' } satisfies (Result<never> & { ok: false })['error']);
      }
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, query]);
  return { preview, failure };
}
