'use client';

import { useState } from 'react';
import type { CorpusPreview } from '@/lib/formats/aligned/describeCorpus';
import { useRouter } from '@/lib/i18n/navigation';
import { formWith, numbered, useDryRun } from '../../documents/[documentId]/texts/_parts/useDryRun';

/** What the person overrules of what was detected; the names are those of the form's fields. */
export type CorpusChoices = Partial<Record<'langs' | 'show', string>>;
type Files = readonly File[];

type Options = { projectId: string; limitMegabytes: number };

/** Documents that are looked at, chosen, and accepted or not. */
export function useCorpus({ projectId, limitMegabytes }: Options) {
  const router = useRouter();
  /** Numbers of documents that the person does not want. */
  const [unwanted, setUnwanted] = useState<ReadonlySet<number>>(new Set());
  const run = useDryRun<Files, CorpusChoices & { documents?: string }, CorpusPreview>({
    url: `/api/projects/${projectId}/corpus`,
    preset: {},
    formOf: (files, choices) => formWith(choices, numbered(files)),
    limit: {
      megabytes: limitMegabytes,
      bytesOf: (files) => files.reduce((sum, { size }) => sum + size, 0),
    },
    keepsShown: true,
  });
  const wanted = (run.preview?.documents ?? [])
    .filter(({ number, problem }) => problem === null && !unwanted.has(number))
    .map(({ number }) => number);

  const want = (numbers: readonly number[], isWanted: boolean) => {
    const next = new Set(unwanted);
    for (const number of numbers)
      if (isWanted) next.delete(number);
      else next.add(number);
    setUnwanted(next);
  };
  const again = () => {
    setUnwanted(new Set());
    run.again();
  };
  const take = (files: Files) => {
    setUnwanted(new Set());
    return run.look(files, {});
  };
  const accept = async () => {
    if (!run.preview || !wanted.length) return;
    // As the preview has shown them, also where nobody has overruled anything.
    const langs = run.preview.languages.map(({ lang }) => lang ?? '').join(',');
    if (!(await run.accept({ langs, documents: wanted.join(',') }))) return;
    router.push(`/projects/${projectId}`);
    router.refresh();
  };
  return { ...run, files: run.source ?? [], wanted, want, take, again, accept };
}
