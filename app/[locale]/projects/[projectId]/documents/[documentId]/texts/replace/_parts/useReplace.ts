'use client';

import { useRouter } from '@/lib/i18n/navigation';
import type { VersionPreview } from '@/lib/server/imports/previewVersion';
import type { BeadCounts } from '@/lib/server/imports/readVersion';
import { formWith, useDryRun } from '../../_parts/useDryRun';
import type { Choices } from '../../import/_parts/ImportPreview';
import { whereNext } from './whereNext';

/**
 * A corrected file that is looked at, and accepted or not.
 *
 * @param preset what was chosen about the text that is there
 */
export function useReplace(documentId: string, base: string, lang: string, preset: Choices) {
  const router = useRouter();
  const run = useDryRun<File, Choices, VersionPreview>({
    url: `/api/documents/${documentId}/texts/replace`,
    preset,
    formOf: (file, choices) => formWith({ ...choices, lang }, { file }),
  });

  const accept = async () => {
    const done = await run.accept<{ beads: BeadCounts[] }>();
    if (!done) return;
    router.push(whereNext(base, done.stored.beads));
    router.refresh();
  };
  return { ...run, accept };
}
