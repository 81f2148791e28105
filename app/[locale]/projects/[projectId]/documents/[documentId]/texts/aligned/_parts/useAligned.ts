import { useState } from 'react';
import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import { useSending } from '../../_parts/useSending';

/** What the person overrules of what was detected; the names are those of the form's fields. */
export type AlignedChoices = Partial<
  Record<'langs' | 'header' | 'delimiter' | 'quote' | 'columns' | 'encoding' | 'alignment', string>
>;

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
  const { progress, send, cancel } = useSending();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [chosen, setChosen] = useState<AlignedChoices>({});
  const [preview, setPreview] = useState<AlignedPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);

  const sendFiles = <T>(path: string, from: readonly File[], choices: AlignedChoices) => {
    const form = new FormData();
    // Fields first: what is wrong with them is found before the files have come.
    for (const [name, value] of Object.entries(choices)) if (value) form.set(name, value);
    for (const [at, file] of from.entries()) form.set(`file${at}`, file);
    return send<T>(`/api/documents/${documentId}/${path}`, form);
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
    const answer = await sendFiles<AlignedPreview>('aligned/preview', from, choices);
    setBusy(null);
    if (!answer) return;
    if (!answer.ok) {
      // Other choices for the same files may help: what was chosen stays, what was shown no longer holds.
      setPreview(null);
      return setFailure(answer.error);
    }
    setPreview(answer.value);
  };

  const accept = async () => {
    if (!preview) return;
    setBusy('storing');
    setFailure(null);
    // As the preview has shown them, also where nobody has overruled anything.
    const langs = preview.languages.map(({ lang }) => lang ?? '').join(',');
    const answer = await sendFiles('aligned', files, { ...chosen, langs });
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
