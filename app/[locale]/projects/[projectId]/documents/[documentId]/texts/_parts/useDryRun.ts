'use client';

import { useState } from 'react';
import type { Failure } from '@/lib/result';
import { useSending } from './useSending';

type Options<Source, Choices> = {
  /** Where it is stored; `/preview` under it looks only. */
  url: string;
  /** What is chosen before anybody has chosen. */
  preset: Choices;
  formOf: (source: Source, choices: Choices) => FormData;
  /** Larger sources are not sent at all. */
  limit?: { megabytes: number; bytesOf: (source: Source) => number };
  /** After choices that do not fit the source, what was shown before stays beside the error. */
  keepsShown?: boolean;
};

/**
 * Something that is looked at, and accepted or not: every import goes that way. It stays in the browser until then, and
 * is sent again with other choices, and once more to be stored.
 */
export function useDryRun<Source, Choices, Preview>(options: Options<Source, Choices>) {
  const { url, preset, formOf, limit, keepsShown = false } = options;
  const { progress, send, cancel } = useSending();
  const [source, setSource] = useState<Source | null>(null);
  const [chosen, setChosen] = useState(preset);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<'reading' | 'storing' | null>(null);

  /** @returns what it would be; null when that can't be said, or when the person has cancelled. */
  const look = async (from: Source, choices: Choices = preset): Promise<Preview | null> => {
    setFailure(null);
    const megabytes = limit ? limit.bytesOf(from) / 1024 / 1024 : 0;
    if (limit && megabytes > limit.megabytes) {
      setFailure({
        code: 'import.tooLarge',
        params: { sizeMb: Math.ceil(megabytes), limitMb: limit.megabytes },
      });
      return null;
    }
    setBusy('reading');
    setSource(from);
    setChosen(choices);
    const answer = await send<Preview>(`${url}/preview`, formOf(from, choices));
    setBusy(null);
    if (!answer) return null;
    if (answer.ok) {
      setPreview(answer.value);
      return answer.value;
    }
    // Other choices for the same source may help: what was chosen stays.
    if (!keepsShown) setPreview(null);
    setFailure(answer.error);
    return null;
  };

  /** @returns what was stored, whereupon the page is left; null when nothing was. */
  const accept = async <Stored>(choices: Choices = chosen): Promise<{ stored: Stored } | null> => {
    if (source === null) return null;
    setBusy('storing');
    setFailure(null);
    const answer = await send<Stored>(url, formOf(source, choices));
    if (answer?.ok) return { stored: answer.value };
    setBusy(null);
    if (answer) setFailure(answer.error);
    return null;
  };

  const again = () => {
    setPreview(null);
    setSource(null);
    setFailure(null);
    setChosen(preset);
  };
  return {
    ...{ source, chosen, preview, failure, busy, progress },
    ...{ look, choose: setChosen, accept, again, cancel },
  };
}

/** Fields first: what is wrong with them is found before the files have come. */
export function formWith(
  fields: Readonly<Record<string, string | undefined>>,
  files: Readonly<Record<string, File>>,
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  for (const [name, file] of Object.entries(files)) form.set(name, file);
  return form;
}

/** Files that belong together, as the forms of aligned texts name them. */
export const numbered = (files: readonly File[]): Record<string, File> =>
  Object.fromEntries(files.map((file, at) => [`file${at}`, file]));
