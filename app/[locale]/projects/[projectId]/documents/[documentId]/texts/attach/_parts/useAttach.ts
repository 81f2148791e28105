'use client';

import { useRouter } from '@/lib/i18n/navigation';
import type { AttachPreview } from '@/lib/server/imports/previewAttach';
import { formWith, numbered, useDryRun } from '../../_parts/useDryRun';

/** What the person says that the file does not; the names are those of the form's fields. */
export type AttachChoices = Partial<Record<'order' | 'replaceLocked', string>>;

type Options = { documentId: string; bitextId: string; base: string };

/** An alignment for texts that are here, looked at, and accepted or not. */
export function useAttach({ documentId, bitextId, base }: Options) {
  const router = useRouter();
  const run = useDryRun<readonly File[], AttachChoices, AttachPreview>({
    url: `/api/documents/${documentId}/attach`,
    preset: {},
    formOf: (files, choices) => formWith({ bitextId, ...choices }, numbered(files)),
  });

  const accept = async () => {
    if (!(await run.accept())) return;
    router.push(base);
    router.refresh();
  };
  return { ...run, files: run.source ?? [], accept };
}
