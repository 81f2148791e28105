'use client';

import { useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure, Result } from '@/lib/result';
import type { AlignedPreview } from '@/lib/server/imports/previewAligned';

/** What the person overrules of what was detected. */
export type AlignedChoices = { langs?: string; header?: string };

/** Files that are looked at, and accepted or not. They stay in the browser until then. */
export function useAligned({
  documentId,
  base,
  limitMegabytes,
}: {
  documentId: string;
  base: string;
  limitMegabytes: number;
}) {
  const router = useRouter();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [chosen, setChosen] = useState<AlignedChoices>({});
  const [preview, setPreview] = useState<AlignedPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);

  const send = async <T>(
    path: string,
    from: readonly File[],
    choices: AlignedChoices,
  ): Promise<Result<T>> => {
    const form = new FormData();
    for (const [at, file] of from.entries()) form.set(`file${at}`, file);
    for (const [name, value] of Object.entries(choices)) if (value !== undefined) form.set(name, value);
    try {
      const response = await fetch(`/api/documents/${documentId}/${path}`, { method: 'POST', body: form });
      const body = (await response.json()) as { value: T } | { error: Failure };
      return 'error' in body ? { ok: false, error: body.error } : { ok: true, value: body.value };
    } catch {
      return { ok: false, error: { code: 'request.offline' } };
    }
  };

  const look = async (from: readonly File[], choices: AlignedChoices) => {
    const megabytes = from.reduce((sum, { size }) => sum + size, 0) / 1024 / 1024;
    setFailure(null);
    if (megabytes > limitMegabytes)
      return setFailure({
        code: 'import.tooLarge',
        params: { sizeMb: Math.ceil(megabytes), limitMb: limitMegabytes },
      });
    setBusy('reading');
    setFiles(from);
    setChosen(choices);
    const answer = await send<AlignedPreview>('aligned/preview', from, choices);
    setBusy(null);
    if (!answer.ok) return setFailure(answer.error);
    setPreview(answer.value);
  };

  const accept = async () => {
    if (!preview) return;
    setBusy('storing');
    setFailure(null);
    // As the preview has shown them, also where nobody has overruled anything.
    const langs = preview.languages.map(({ lang }) => lang ?? '').join(',');
    const answer = await send('aligned', files, { ...chosen, langs });
    if (answer.ok) {
      router.push(base);
      router.refresh();
    } else {
      setBusy(null);
      setFailure(answer.error);
    }
  };

  const again = () => {
    setPreview(null);
    setFiles([]);
    setFailure(null);
    setChosen({});
  };
  return { files, chosen, preview, failure, busy, look, accept, again };
}
