'use client';

import { useRouter } from '@/lib/i18n/navigation';
import type { ImportedText } from '@/lib/server/imports/importText';
import type { TextPreview } from '@/lib/server/imports/previewText';
import { formWith, useDryRun } from '../../_parts/useDryRun';
import type { LangChoice } from './ImportPreview';

/** What the person overrules of what was detected; the names are those of the form's fields. */
export type Choices = {
  lang?: string;
  encoding?: string;
  format?: string;
  paragraphStyle?: string;
  segments?: string;
  boilerplate?: string;
  letters?: string;
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

/** A file or pasted text that is looked at, and accepted or not. */
export function useImport({ documentId, base, wanted, choices, limitMegabytes }: Options) {
  const router = useRouter();
  const run = useDryRun<Source, Choices, TextPreview>({
    url: `/api/documents/${documentId}/texts`,
    preset: {},
    formOf: (from, options) =>
      'file' in from
        ? formWith(options, { file: from.file })
        : formWith({ ...options, pasted: 'yes' }, { file: new File([from.pasted], 'pasted') }),
    limit: {
      megabytes: limitMegabytes,
      bytesOf: (from) => ('file' in from ? from.file.size : from.pasted.length),
    },
    keepsShown: true,
  });

  const look = async (from: Source, options: Choices) => {
    const preview = await run.look(from, options);
    if (!preview || options.lang) return;
    const lang = choices.some((one) => one.lang === preview.lang) ? preview.lang : wanted;
    if (lang) run.choose({ ...options, lang });
  };

  const accept = async () => {
    if (!run.chosen.lang) return;
    const done = await run.accept<{ texts: ImportedText[] }>();
    if (!done) return;
    const elsewhere = done.stored.texts.some((text) => text.documentId !== documentId);
    router.push(elsewhere ? base.replace(/\/documents\/.*$/u, '') : `${base}/texts`);
    router.refresh();
  };
  return { ...run, look, accept };
}
