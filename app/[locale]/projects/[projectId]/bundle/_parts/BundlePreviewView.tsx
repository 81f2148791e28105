'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { BundlePreview } from '@/lib/server/bundle/previewBundle';
import { BundlePeople } from './BundlePeople';
import { BundleTexts } from './BundleTexts';

type Props = {
  preview: BundlePreview;
  /** Of the project's languages. */
  names: Readonly<Record<string, string>>;
  busy: 'reading' | 'storing' | null;
  onAccept: (title: string) => void;
  onAgain: () => void;
};

/** What a bundle holds and what would become of it here. */
export function BundlePreviewView({ preview, names, busy, onAccept, onAgain }: Props) {
  const t = useTranslations('ImportBundle');
  const errorText = useErrorText();
  const headingId = useId();
  const { title, freeTitle, problem, trusted, demoted, unexplained } = preview;
  // Another title is a matter of the field below; all else is a matter of the project.
  const stands = problem && freeTitle === null ? problem : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onAccept(String(new FormData(event.currentTarget).get('title') ?? '').trim());
  };
  return (
    <section aria-labelledby={headingId} className="grid gap-6" aria-busy={busy !== null}>
      <div className="grid gap-4 rounded-xl border border-line bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <div className="min-w-0">
            <h2 id={headingId} className="break-words font-semibold text-lg">
              {title}
            </h2>
            <p className="text-ink-soft">
              {t('origin', { version: preview.toolVersion, date: new Date(preview.changedAt) })}
            </p>
          </div>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {t('another')}
          </Button>
        </div>
        <p>{t('whole', { beads: preview.counts.beads })}</p>
        {stands && <Notice tone="bad">{errorText(stands)}</Notice>}
        {!trusted && <Notice tone="warn">{t('demoted', { count: demoted })}</Notice>}
        {unexplained > 0 && <Notice tone="warn">{t('unexplained', { count: unexplained })}</Notice>}
        {!stands && (
          <form className="grid gap-4" onSubmit={submit}>
            {freeTitle !== null && <Notice tone="warn">{t('titleTaken')}</Notice>}
            <TextField
              label={t('asTitle')}
              name="title"
              defaultValue={freeTitle ?? title}
              maxLength={200}
              required
              autoComplete="off"
            />
            <div className="flex flex-wrap gap-2">
              <Button look="primary" type="submit" busy={busy === 'storing'} disabled={busy === 'reading'}>
                {t('import')}
              </Button>
              <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
                {t('cancel')}
              </Button>
            </div>
          </form>
        )}
      </div>
      <BundleTexts texts={preview.texts} names={names} />
      <section className="grid gap-3">
        <h2 className="font-semibold">{t('comes')}</h2>
        <ul className="list-disc pl-5">
          {factsOf(preview, t).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </section>
      {preview.people.length > 0 && <BundlePeople people={preview.people} />}
    </section>
  );
}

function factsOf(
  { counts, openDisputes, olderTexts, history }: BundlePreview,
  t: ReturnType<typeof useTranslations<'ImportBundle'>>,
): string[] {
  const between = history && { from: new Date(history.from), to: new Date(history.to) };
  return [
    between
      ? t('eventsBetween', { count: counts.events, ...between })
      : t('events', { count: counts.events }),
    t('comments', { count: counts.comments, open: openDisputes }),
    t('corrections', { count: counts.corrections }),
    olderTexts > 0 && t('olderTexts', { count: olderTexts }),
    counts.ignoredChecks > 0 && t('ignored', { count: counts.ignoredChecks }),
  ].filter((fact) => fact !== false);
}
