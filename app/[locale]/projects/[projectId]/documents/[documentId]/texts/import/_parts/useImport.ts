'use client';

import { useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import type { ImportedText } from '@/lib/server/imports/importText';
import type { TextPreview } from '@/lib/server/imports/previewText';
import { useSending } from '../../_parts/useSending';
import type { LangChoice } from './ImportPreview';

/** What the person overrules of what was detected; the names are those of the form's fields. */
export type Choices = {
  lang?: string;
  encoding?: string;
  format?: string;
  paragraphStyle?: string;
  segments?: string;
  boilerplate?: string;
  convertFont?: string;
  /** Ordinals, by commas. */
  chapters?: string;
  placing?: string;
};
export type Source = { file: File } | { pasted: string };

type Options = {
  documentId: string;
  base: string;
  /** The language of the text that was asked for. */
  wanted: string | null;
  choices: readonly LangChoice[];
  limitMegabytes: number;
};

/** A file or pasted text that is looked at, and accepted or not. It stays in the browser until then. */
export function useImport({ documentId, base, wanted, choices, limitMegabytes }: Options) {
  const router = useRouter();
  const { progress, send, cancel } = useSending();
  const [source, setSource] = useState<Source | null>(null);
  const [chosen, setChosen] = useState<Choices>({});
  const [preview, setPreview] = useState<TextPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);

  const sendText = <T>(path: string, from: Source, options: Choices) => {
    const form = new FormData();
    // Fields first: what is wrong with them is found before the file has come.
    for (const [name, value] of Object.entries(options)) if (value) form.set(name, value);
    if ('file' in from) form.set('file', from.file);
    else {
      form.set('pasted', 'yes');
      form.set('file', new File([from.pasted], 'pasted'));
    }
    return send<T>(`/api/documents/${documentId}/${path}`, form);
  };

  const look = async (from: Source, options: Choices) => {
    setFailure(null);
    const megabytes = ('file' in from ? from.file.size : from.pasted.length) / 1024 / 1024;
    if (megabytes > limitMegabytes)
      return setFailure({
        code: 'import.tooLarge',
        params: { sizeMb: Math.ceil(megabytes), limitMb: limitMegabytes },
      });
    setBusy('reading');
    setSource(from);
    setChosen(options);
    const answer = await sendText<TextPreview>('texts/preview', from, options);
    setBusy(null);
    if (!answer) return;
    if (!answer.ok) return setFailure(answer.error);
    setPreview(answer.value);
    const guess = answer.value.lang;
    const lang = choices.some((one) => one.lang === guess) ? guess : wanted;
    if (!options.lang && lang) setChosen({ ...options, lang });
  };

  const accept = async () => {
    if (!source || !chosen.lang) return;
    setBusy('storing');
    setFailure(null);
    const answer = await sendText<{ texts: ImportedText[] }>('texts', source, chosen);
    if (answer?.ok) {
      const elsewhere = answer.value.texts.some((text) => text.documentId !== documentId);
      router.push(elsewhere ? base.replace(/\/documents\/.*$/u, '') : `${base}/texts`);
      router.refresh();
      return;
    }
    setBusy(null);
    if (answer) setFailure(answer.error);
  };

  const again = () => {
    setPreview(null);
    setSource(null);
    setFailure(null);
    setChosen({});
  };
  return { source, chosen, preview, failure, busy, progress, look, choose: setChosen, accept, again, cancel };
}
