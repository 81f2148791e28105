'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/app/_ui/Button';
import { Checkbox } from '@/app/_ui/Field';
import { BEAD_STATUSES } from '@/lib/bitext/types';
import { ExportBegins } from './ExportBegins';
import { ExportFields } from './ExportFields';
import { ExportResult } from './ExportResult';
import type { LangChoice } from './exportChoices';
import { useExportChoices } from './useExportChoices';
import { useExportPreview } from './useExportPreview';

type Props = {
  /** Of the routes. */
  path: string;
  langs: readonly LangChoice[];
  /** To choose from; without them it is one document. */
  documents?: readonly { id: string; title: string }[];
  /** Where the whole document can be had. */
  bundlePath?: string;
};

/** What to export, how it will look, what that leaves out, and the file. */
export function ExportForm({ path, langs, documents, bundlePath }: Props) {
  const t = useTranslations('ExportForm');
  const { choices, ids, query, change, chooseDocuments } = useExportChoices(langs, documents ?? null);
  const { preview, failure } = useExportPreview(path, query);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(id);
    else next.delete(id);
    chooseDocuments(next);
  };
  return (
    <div className="grid gap-8">
      <div className="grid gap-6 md:grid-cols-[1fr_20rem]">
        <form className="grid content-start gap-5" onSubmit={(event) => event.preventDefault()}>
          {documents && (
            <fieldset className="grid gap-2">
              <legend className="mb-1.5 font-medium text-sm">{t('documents')}</legend>
              <Checkbox
                label={t('allDocuments')}
                checked={ids.size === documents.length}
                onChange={(event) =>
                  chooseDocuments(new Set(event.target.checked ? documents.map(({ id }) => id) : []))
                }
              />
              <div className="grid max-h-60 gap-2 overflow-y-auto border-line border-l pl-4">
                {documents.map(({ id, title }) => (
                  <Checkbox
                    key={id}
                    label={title}
                    checked={ids.has(id)}
                    onChange={(event) => toggle(id, event.target.checked)}
                  />
                ))}
              </div>
              {ids.size === 0 && <p className="text-bad text-sm">{t('noDocuments')}</p>}
            </fieldset>
          )}
          <ExportFields
            choices={choices}
            onChange={change}
            langs={langs}
            several={(documents?.length ?? 1) > 1}
          />
        </form>
        <div className="grid content-start gap-6 md:sticky md:top-4 md:self-start">
          <ExportResult
            path={path}
            query={query}
            preview={preview}
            failure={failure}
            takeAllStatuses={() => change({ statuses: BEAD_STATUSES })}
          />
          {bundlePath && (
            <section className="grid gap-3 rounded-xl border border-line p-5">
              <h2 className="font-medium">{t('bundleTitle')}</h2>
              <p className="text-ink-soft text-sm">{t('bundle')}</p>
              <a href={bundlePath} download className={buttonClass()}>
                {t('downloadBundle')}
              </a>
            </section>
          )}
        </div>
      </div>
      {preview && query !== null && <ExportBegins preview={preview} />}
    </div>
  );
}
