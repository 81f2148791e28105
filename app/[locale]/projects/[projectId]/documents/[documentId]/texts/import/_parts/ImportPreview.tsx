'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { SelectField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { UNITS } from '@/lib/bitext/units';
import { PARAGRAPH_STYLES, TEXT_FORMATS } from '@/lib/formats/text/TextDraft';
import type { TextPreview } from '@/lib/server/imports/previewText';

export type LangChoice = { lang: string; name: string; isReference: boolean };
/** What the person overrules of what was detected. */
export type Choices = {
  lang?: string;
  encoding?: string;
  format?: string;
  paragraphStyle?: string;
  segments?: string;
};

type Props = {
  preview: TextPreview;
  chosen: Choices;
  choices: readonly LangChoice[];
  langNames: Readonly<Record<string, string>>;
  busy: 'reading' | 'storing' | null;
  onChoose: (choices: Choices) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** What an import would store: everything detected can be overruled, and the text is shown as it would be cut. */
export function ImportPreview({
  preview,
  chosen,
  choices,
  langNames,
  busy,
  onChoose,
  onAccept,
  onAgain,
}: Props) {
  const t = useTranslations('ImportForm');
  const { lang: detected, langConfidence } = preview;
  const nameOf = (lang: string) => langNames[lang] ?? lang;
  const base = (lang: string) => lang.split('-')[0];
  const differs = preview.detectedLang && chosen.lang && base(preview.detectedLang) !== base(chosen.lang);
  return (
    <div className="grid gap-6" aria-busy={busy !== null}>
      <div className="grid gap-4 rounded-xl border border-line bg-surface p-5">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <div>
            <h2 className="font-semibold text-lg">{preview.fileName ?? t('paste')}</h2>
            <p className="text-ink-soft">
              {t('counts', {
                paragraphs: preview.paragraphCount,
                sentences: preview.sentenceCount,
                characters: preview.characterCount,
              })}
            </p>
          </div>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {t('another')}
          </Button>
        </div>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            label={t('language')}
            hint={
              preview.detectedLang
                ? t('detected', { lang: nameOf(preview.detectedLang), share: langConfidence })
                : t('notDetected')
            }
            value={chosen.lang ?? ''}
            onChange={(event) => onChoose({ ...chosen, lang: event.target.value })}
          >
            {!chosen.lang && <option value="">{t('chooseLanguage')}</option>}
            {choices.map(({ lang, name }) => (
              <option key={lang} value={lang}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('format')}
            value={preview.format}
            onChange={(event) => onChoose({ ...chosen, format: event.target.value })}
          >
            {TEXT_FORMATS.map((format) => (
              <option key={format} value={format}>
                {format}
              </option>
            ))}
          </SelectField>
          <SelectField
            label={t('encoding')}
            value={preview.encoding}
            onChange={(event) => onChoose({ ...chosen, encoding: event.target.value })}
          >
            {[...new Set([preview.encoding, ...preview.encodingCandidates.map((c) => c.encoding)])].map(
              (encoding) => (
                <option key={encoding} value={encoding}>
                  {encoding}
                </option>
              ),
            )}
          </SelectField>
          {choices.some(({ lang, isReference }) => lang === chosen.lang && !isReference) && (
            <SelectField
              label={t('segments')}
              hint={t('segmentsHint')}
              value={chosen.segments ?? 'paragraph'}
              onChange={(event) => onChoose({ ...chosen, segments: event.target.value })}
            >
              {UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`units.${unit}`)}
                </option>
              ))}
            </SelectField>
          )}
          {preview.paragraphStyle && (
            <SelectField
              label={t('paragraphs')}
              value={preview.paragraphStyle}
              onChange={(event) => onChoose({ ...chosen, paragraphStyle: event.target.value })}
            >
              {PARAGRAPH_STYLES.map((style) => (
                <option key={style} value={style}>
                  {t(`styles.${style}`)}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        {differs && <Notice tone="warn">{t('differs', { lang: nameOf(preview.detectedLang!) })}</Notice>}
        {!chosen.lang && (
          <Notice tone="warn">{choices.length ? t('whichLanguage') : t('noLanguageLeft')}</Notice>
        )}
        {preview.warnings.length > 0 && (
          <section>
            <h3 className="font-medium text-sm">{t('warnings')}</h3>
            <ul className="list-disc pl-5 text-sm">
              {preview.warnings.map(({ code, params }) => (
                <li key={code}>{t(`warning.${code}`, params)}</li>
              ))}
            </ul>
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={onAccept} disabled={!chosen.lang} busy={busy === 'storing'}>
            {t('accept')}
          </Button>
          <Button look="quiet" onClick={onAgain} disabled={busy !== null}>
            {t('cancel')}
          </Button>
        </div>
      </div>
      <section aria-label={t('firstPart')}>
        <h2 className="mb-3 font-semibold">{t('firstPart')}</h2>
        <ol className="grid gap-3" lang={chosen.lang ?? detected ?? undefined}>
          {preview.first.map((paragraph) => (
            <PreviewParagraph key={paragraph.ordinal} {...paragraph} />
          ))}
          {preview.paragraphCount > preview.first.length + preview.last.length && (
            <li className="text-ink-soft">
              {t('left', { count: preview.paragraphCount - preview.first.length - preview.last.length })}
            </li>
          )}
          {preview.last.map((paragraph) => (
            <PreviewParagraph key={paragraph.ordinal} {...paragraph} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function PreviewParagraph({ ordinal, sentences }: { ordinal: number; sentences: readonly string[] }) {
  return (
    <li className="flex gap-4 rounded-lg border border-line bg-surface px-4 py-2">
      <span className="w-8 shrink-0 pt-1 text-right text-ink-faint text-xs tabular-nums">{ordinal}</span>
      <div className="grid min-w-0 gap-1">
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name but their place, and the list never changes.
          <p key={index} className="reading border-accent/30 border-l-2 pl-3">
            {sentence}
          </p>
        ))}
      </div>
    </li>
  );
}
