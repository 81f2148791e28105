import { useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import type { AttachPreview } from '@/lib/server/imports/previewAttach';
import { useSending } from '../../_parts/useSending';

/** What the person says that the file does not; the names are those of the form's fields. */
export type AttachChoices = Partial<Record<'order' | 'replaceLocked', string>>;

/** An alignment that is looked at, and accepted or not. Its files stay in the browser until then. */
export function useAttach({
  documentId,
  bitextId,
  base,
}: {
  documentId: string;
  bitextId: string;
  base: string;
}) {
  const router = useRouter();
  const { progress, send, cancel } = useSending();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [chosen, setChosen] = useState<AttachChoices>({});
  const [preview, setPreview] = useState<AttachPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);

  const sendFiles = <T>(path: string, from: readonly File[], choices: AttachChoices) => {
    const form = new FormData();
    form.set('bitextId', bitextId);
    for (const [name, value] of Object.entries(choices)) if (value) form.set(name, value);
    for (const [at, file] of from.entries()) form.set(`file${at}`, file);
    return send<T>(`/api/documents/${documentId}/${path}`, form);
  };
  const look = async (from: readonly File[], choices: AttachChoices) => {
    setFailure(null);
    setBusy('reading');
    setFiles(from);
    setChosen(choices);
    const answer = await sendFiles<AttachPreview>('attach/preview', from, choices);
    setBusy(null);
    if (!answer) return;
    setPreview(answer.ok ? answer.value : null);
    if (!answer.ok) setFailure(answer.error);
  };
  const accept = async () => {
    setBusy('storing');
    setFailure(null);
    const answer = await sendFiles('attach', files, chosen);
    if (answer?.ok) {
      router.push(base);
      router.refresh();
      return;
    }
    setBusy(null);
    if (answer) setFailure(answer.error);
  };
  const again = () => {
    setPreview(null);
    setFiles([]);
    setFailure(null);
    setChosen({});
  };
  return { files, chosen, preview, failure, busy, progress, look, accept, again, cancel };
}
