'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { Link } from '@/lib/i18n/navigation';
import type { TextPreview } from '@/lib/server/imports/previewText';
import { LengthRatioCurve } from '../../_parts/LengthRatioCurve';
import { SuspicionList } from '../../_parts/SuspicionList';
import { ChapterList, chosenOrdinals } from './ChapterList';
import { FontOffer } from './FontOffer';
import { ImportFields } from './ImportFields';
import { PreviewParagraphs } from './PreviewParagraphs';
import type { Choices } from './useImport';

export type { Choices } from './useImport';
export type LangChoice = { lang: string; name: string; isReference: boolean };

type Props = {
  preview: TextPreview;
  chosen: Choices;
  choices: readonly LangChoice[];
  langNames: Readonly<Record<string, string>>;
  base: string;
  busy: 'reading' | 'storing' | null;
  /** Looks at the same file again with other choices. */
  onChoose: (choices: Choices) => void;
  /** Remembers choices that change nothing of what is shown. */
  onKeep: (choices: Choices) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** What an import would store: everything detected can be overruled, and the text is shown as it would be cut. */
export function ImportPreview({ preview, chosen, choices, langNames, base, busy, ...on }: Props) {
  const t = useTranslations('ImportForm');
  const { detectedLang: detected, fontText, chapters, beside } = preview;
  const warnings = preview.warnings.filter(({ code }) => code !== 'table');
  const nameOf = (lang: string) => langNames[lang] ?? lang;
  const primary = (lang: string) => lang.split('-')[0];
  const differs = detected && chosen.lang && primary(detected) !== primary(chosen.lang);
  const isEmpty = chapters !== null && chosenOrdinals(chapters, chosen).size === 0;
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
          <Button look="quiet" onClick={on.onAgain} disabled={busy !== null}>
            {t('another')}
          </Button>
        </div>
        <ImportFields
          preview={preview}
          chosen={chosen}
          choices={choices}
          langNames={langNames}
          onChoose={on.onChoose}
        />
        {differs && <Notice tone="warn">{t('differs', { lang: nameOf(detected) })}</Notice>}
        {!chosen.lang && (
          <Notice tone="warn">{choices.length ? t('whichLanguage') : t('noLanguageLeft')}</Notice>
        )}
        {fontText && (
          <FontOffer
            fontText={fontText}
            busy={busy === 'reading'}
            onConvert={(convertFont) => on.onChoose({ ...chosen, convertFont })}
          />
        )}
        {chapters && (
          <ChapterList
            placed
            chapters={chapters}
            chosen={chosen}
            lang={chosen.lang ?? detected ?? undefined}
            busy={busy === 'reading'}
            onChoose={on.onChoose}
            onKeep={on.onKeep}
          />
        )}
        {preview.warnings.some(({ code }) => code === 'table') && (
          <Notice tone="warn">
            {t.rich('table', {
              link: (words) => (
                <Link href={`${base}/texts/aligned`} className="underline">
                  {words}
                </Link>
              ),
            })}
          </Notice>
        )}
        {warnings.length > 0 && (
          <section>
            <h3 className="font-medium text-sm">{t('warnings')}</h3>
            <ul className="list-disc pl-5 text-sm">
              {warnings.map(({ code, params }) => (
                <li key={code}>{t(`warning.${code}`, params)}</li>
              ))}
            </ul>
          </section>
        )}
        {beside && beside.lang !== chosen.lang && (
          <section className="grid gap-2">
            <p className="text-sm">
              {t('beside.counts', { reference: beside.paragraphCount, paragraphs: preview.paragraphCount })}
            </p>
            <SuspicionList suspicions={beside.suspicions} labels={[t('thisText')]} />
            <LengthRatioCurve
              curve={beside.curve}
              label={t(beside.byRow ? 'beside.label' : 'beside.cumulative', {
                reference: nameOf(beside.lang),
              })}
              marks={beside.suspicions.map(({ from, to }) => ({ from: from - 1, to }))}
            />
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            onClick={on.onAccept}
            disabled={!chosen.lang || isEmpty || busy === 'reading'}
            busy={busy === 'storing'}
          >
            {t('accept')}
          </Button>
          <Button look="quiet" onClick={on.onAgain} disabled={busy !== null}>
            {t('cancel')}
          </Button>
        </div>
      </div>
      <PreviewParagraphs preview={preview} lang={chosen.lang ?? detected ?? undefined} />
    </div>
  );
}
