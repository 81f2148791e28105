'use client';

import type { AlignedPreview } from '@/lib/formats/aligned/describeAligned';
import { useRouter } from '@/lib/i18n/navigation';
import { formWith, numbered, useDryRun } from '../../_parts/useDryRun';

/** What the person overrules of what was detected; the names are those of the form's fields. */
export type AlignedChoices = Partial<
  Record<'langs' | 'header' | 'delimiter' | 'quote' | 'columns' | 'encoding' | 'alignment', string>
>;
type Files = readonly File[];

type Options = { documentId: string; base: string; limitMegabytes: number };

/** Aligned texts that are looked at, and accepted or not. */
export function useAligned({ documentId, base, limitMegabytes }: Options) {
  const router = useRouter();
  const run = useDryRun<Files, AlignedChoices, AlignedPreview>({
    url: `/api/documents/${documentId}/aligned`,
    preset: {},
    formOf: (files, choices) => formWith(choices, numbered(files)),
    limit: {
      megabytes: limitMegabytes,
      bytesOf: (files) => files.reduce((sum, { size }) => sum + size, 0),
    },
  });

  const accept = async () => {
    if (!run.preview) return;
    // As the preview has shown them, also where nobody has overruled anything.
    const langs = run.preview.languages.map(({ lang }) => lang ?? '').join(',');
    if (!(await run.accept({ ...run.chosen, langs }))) return;
    router.push(base);
    router.refresh();
  };
  return { ...run, files: run.source ?? [], accept };
}
