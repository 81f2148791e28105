import { useTranslations } from 'next-intl';
import { Button, buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { LEFT_OUT_REASONS } from '@/lib/formats/WriteReport';
import type { Failure } from '@/lib/result';
import type { ExportPreview } from '@/lib/server/export/previewExport';

type Props = {
  path: string;
  query: string | null;
  preview: ExportPreview | null;
  failure: Failure | null;
  /** For when the file would be empty, since no bead has a status that was chosen. */
  takeAllStatuses: () => void;
};

/** What the file will hold and leave out, and the file itself. */
export function ExportResult({ path, query, preview, failure, takeAllStatuses }: Props) {
  const t = useTranslations('ExportForm');
  const errorText = useErrorText();
  const counts = preview?.counts;
  const leftOut = counts ? LEFT_OUT_REASONS.filter((reason) => counts.leftOut[reason] > 0) : [];
  return (
    <section
      aria-live="polite"
      className="grid content-start gap-4 rounded-xl border border-line bg-surface p-5"
    >
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {!preview && !failure && query !== null && <p className="text-ink-soft">{t('counting')}</p>}
      {preview && query !== null && (
        <>
          {counts ? (
            <p className="font-semibold text-lg">{t('willHold', { count: counts.units })}</p>
          ) : (
            <p className="text-ink-soft">{t('notCounted')}</p>
          )}
          {preview.files > 1 && <p>{t('files', { count: preview.files })}</p>}
          {counts && (
            <div>
              <h2 className="font-medium text-sm">{t('leftOut')}</h2>
              {leftOut.length === 0 ? (
                <p className="text-ink-soft text-sm">{t('leftOutNothing')}</p>
              ) : (
                <ul className="list-disc pl-5 text-sm">
                  {leftOut.map((reason) => (
                    <li key={reason}>{t(`reasons.${reason}`, { count: counts.leftOut[reason] })}</li>
                  ))}
                </ul>
              )}
            </div>
          )}
          {counts?.units === 0 && counts.leftOut.status > 0 && (
            <Button small onClick={takeAllStatuses}>
              {t('takeAllStatuses')}
            </Button>
          )}
          <div className="grid gap-2">
            {(!counts || counts.units > 0) && (
              <a href={`${path}?${query}`} download className={buttonClass('primary')}>
                {t('download')}
              </a>
            )}
            <a
              href={`${path}/manifest?${query}`}
              download="manifest.json"
              className={buttonClass('plain', true)}
            >
              {t('manifest')}
            </a>
          </div>
        </>
      )}
    </section>
  );
}
