'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { Checkbox, SelectField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { BEAD_STATUSES, type BeadStatus } from '@/lib/bitext/types';
import { EXPORT_FORMATS, type ExportFormatId, formatOf } from '@/lib/formats/formats';
import type { Manifest } from '@/lib/formats/manifest';
import type { Failure } from '@/lib/result';

type Props = { documentId: string; reference: string; pairs: readonly { lang: string; name: string }[] };

/** What to export, what that leaves out, and the file. */
export function ExportForm({ documentId, reference, pairs }: Props) {
  const t = useTranslations('ExportForm');
  const status = useTranslations('Status');
  const errorText = useErrorText();
  const [lang, setLang] = useState(pairs.length > 1 ? 'all' : pairs[0].lang);
  const [format, setFormat] = useState<ExportFormatId>('tmx');
  const [statuses, setStatuses] = useState<readonly BeadStatus[]>(['approved']);
  const [nulls, setNulls] = useState(false);
  const [regions, setRegions] = useState(false);
  const [properties, setProperties] = useState(false);
  const [manifest, setManifest] = useState<Manifest | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const query = useMemo(() => {
    const params = new URLSearchParams({ format, lang, statuses: statuses.join(',') });
    params.set('nulls', nulls ? 'keep' : 'leaveOut');
    if (regions) params.set('languageTags', 'region');
    if (properties) params.set('properties', 'true');
    return params.toString();
  }, [format, lang, statuses, nulls, regions, properties]);
  const path = `/api/documents/${documentId}/export`;

  useEffect(() => {
    const abort = new AbortController();
    setManifest(null);
    setFailure(null);
    if (!statuses.length) return;
    fetch(`${path}/manifest?${query}`, { signal: abort.signal, cache: 'no-store' })
      .then((response) => response.json())
      .then((body: Manifest | { error: Failure }) =>
        'error' in body ? setFailure(body.error) : setManifest(body),
      )
      .catch(() => {
        if (!abort.signal.aborted) setFailure({ code: 'request.offline' });
      });
    return () => abort.abort();
  }, [path, query, statuses]);

  const leftOut = manifest
    ? (['status', 'null', 'disputed', 'stale'] as const).filter((reason) => manifest.leftOut[reason] > 0)
    : [];
  return (
    <div className="grid gap-6 md:grid-cols-[1fr_20rem]">
      <form className="grid content-start gap-5" onSubmit={(event) => event.preventDefault()}>
        <SelectField label={t('languages')} value={lang} onChange={(event) => setLang(event.target.value)}>
          {pairs.length > 1 && !formatOf(format).pairOnly && (
            <option value="all">{t('allLanguages', { reference })}</option>
          )}
          {pairs.map(({ lang: one, name }) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('format')}
          value={format}
          onChange={(event) => {
            const next = event.target.value as ExportFormatId;
            setFormat(next);
            setNulls(formatOf(next).holdsNulls);
            if (formatOf(next).pairOnly && lang === 'all') setLang(pairs[0].lang);
          }}
        >
          {EXPORT_FORMATS.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium text-sm">{t('statuses')}</legend>
          {BEAD_STATUSES.toReversed().map((name) => (
            <Checkbox
              key={name}
              label={status(name)}
              checked={statuses.includes(name)}
              onChange={(event) =>
                setStatuses(
                  event.target.checked ? [...statuses, name] : statuses.filter((one) => one !== name),
                )
              }
            />
          ))}
        </fieldset>
        <div className="grid gap-2">
          <Checkbox label={t('nulls')} checked={nulls} onChange={(event) => setNulls(event.target.checked)} />
          <Checkbox
            label={t('regions')}
            checked={regions}
            onChange={(event) => setRegions(event.target.checked)}
          />
          <Checkbox
            label={t('properties')}
            checked={properties}
            onChange={(event) => setProperties(event.target.checked)}
          />
        </div>
      </form>
      <section
        aria-live="polite"
        className="grid content-start gap-4 rounded-xl border border-line bg-surface p-5"
      >
        {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
        {!manifest && !failure && statuses.length > 0 && <p className="text-ink-soft">{t('counting')}</p>}
        {manifest && (
          <>
            <p className="font-semibold text-lg">{t('willHold', { count: manifest.exported })}</p>
            <div>
              <h2 className="font-medium text-sm">{t('leftOut')}</h2>
              {leftOut.length === 0 ? (
                <p className="text-ink-soft text-sm">{t('leftOutNothing')}</p>
              ) : (
                <ul className="list-disc pl-5 text-sm">
                  {leftOut.map((reason) => (
                    <li key={reason}>{t(`reasons.${reason}`, { count: manifest.leftOut[reason] })}</li>
                  ))}
                </ul>
              )}
            </div>
            <div className="grid gap-2">
              {manifest.exported > 0 && (
                <a href={`${path}?${query}`} download className={buttonClass('primary')}>
                  {t('download')}
                </a>
              )}
              <a
                href={`${path}/manifest?${query}`}
                download="manifest.json"
                className={buttonClass('quiet', true)}
              >
                {t('manifest')}
              </a>
            </div>
            <p className="break-all text-ink-faint text-xs">{t('checksum', { sum: manifest.file.sha256 })}</p>
          </>
        )}
      </section>
    </div>
  );
}
