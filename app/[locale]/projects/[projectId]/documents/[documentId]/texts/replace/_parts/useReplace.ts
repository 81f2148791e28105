'use client';

import { useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import type { VersionPreview } from '@/lib/server/imports/previewVersion';
import type { BeadCounts } from '@/lib/server/imports/readVersion';
import { useSending } from '../../_parts/useSending';
import type { Choices } from '../../import/_parts/ImportPreview';

/**
 * One corrected file from being chosen to being stored. It stays in the browser until it is accepted.
 *
 * @param preset what was chosen about the text that is there
 */
export function useReplace(documentId: string, base: string, lang: string, preset: Choices) {
  const router = useRouter();
  const { progress, send, cancel } = useSending();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState(preset);
  const [preview, setPreview] = useState<VersionPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const url = `/api/documents/${documentId}/texts/replace`;

  const formOf = (from: File, options: Choices): FormData => {
    const form = new FormData();
    form.set('lang', lang);
    for (const [name, value] of Object.entries(options)) if (value) form.set(name, value);
    form.set('file', from);
    return form;
  };

  const look = async (from: File, options: Choices = preset) => {
    setFile(from);
    setChosen(options);
    setFailure(null);
    const answer = await send<VersionPreview>(`${url}/preview`, formOf(from, options));
    if (!answer) return;
    if (answer.ok) setPreview(answer.value);
    else {
      setPreview(null);
      setFailure(answer.error);
    }
  };

  const accept = async () => {
    if (!file) return;
    setFailure(null);
    const answer = await send<{ beads: BeadCounts[] }>(url, formOf(file, chosen));
    if (!answer) return;
    if (!answer.ok) return setFailure(answer.error);
    // On to what is to be looked at again, if there is any.
    const isStale = answer.value.beads.some(({ stale }) => stale > 0);
    router.push(isStale ? `${base}?status=stale` : `${base}/texts`);
    router.refresh();
  };

  const again = () => {
    setFile(null);
    setPreview(null);
    setFailure(null);
    setChosen(preset);
  };
  return { choose: setChosen, file, chosen, preview, failure, progress, look, accept, again, cancel };
}
