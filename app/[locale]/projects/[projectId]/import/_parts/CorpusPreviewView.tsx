'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { CorpusPreview } from '@/lib/formats/aligned/describeCorpus';
import { PreviewCard } from '../../documents/[documentId]/texts/_parts/PreviewCard';
import { AlignedFindings } from '../../documents/[documentId]/texts/aligned/_parts/AlignedFindings';
import { AlignedRows } from '../../documents/[documentId]/texts/aligned/_parts/AlignedRows';
import { ApartNotice } from '../../documents/[documentId]/texts/aligned/_parts/ApartNotice';
import { LanguageFields } from '../../documents/[documentId]/texts/aligned/_parts/LanguageFields';
import { CorpusList } from './CorpusList';

type Props = {
  preview: CorpusPreview;
  choices: readonly { lang: string; name: string }[];
  busy: 'reading' | 'storing' | null;
  /** Numbers of the documents that would be imported. */
  wanted: readonly number[];
  onWant: (numbers: readonly number[], isWanted: boolean) => void;
  onLangs: (langs: string) => void;
  /** null: no document in full. */
  onShow: (number: number | null) => void;
  onAccept: () => void;
  onAgain: () => void;
};

/** Names that are listed of what nothing could be made of. */
const SKIPPED_SHOWN = 10;

/** The documents that files hold, which of them would be imported, and one of them in full. */
export function CorpusPreviewView(props: Props) {
  const { preview, choices, busy, wanted, onWant, onLangs, onShow, onAccept, onAgain } = props;
  const { documents, languages, apart, skipped, shown } = preview;
  const t = useTranslations('CorpusForm');
  const words = useTranslations('AlignedForm');
  const errorText = useErrorText();
  const fitting = documents.filter(({ problem }) => problem === null).length;
  return (
    <PreviewCard
      title={preview.fileName}
      about={t('found', { count: documents.length, fitting })}
      busy={busy}
      words={{
        another: words('another'),
        accept: t('accept', { count: wanted.length }),
        cancel: words('cancel'),
      }}
      canAccept={wanted.length > 0}
      onAccept={onAccept}
      onAgain={onAgain}
      below={
        shown && (
          <section className="grid grid-cols-1 gap-4 rounded-xl border border-line bg-surface p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-3">
              <h2 className="font-semibold text-lg">
                {t('shown', { title: documents[shown.number - 1]?.title ?? '' })}
              </h2>
              <Button look="quiet" onClick={() => onShow(null)} disabled={busy !== null}>
                {t('closeShown')}
              </Button>
            </div>
            <AlignedFindings preview={shown.preview} fits={documents[shown.number - 1]?.problem === null} />
            <AlignedRows preview={shown.preview} />
          </section>
        )
      }
    >
      {apart && <ApartNotice apart={apart} />}
      {skipped.length > 0 && (
        <Notice tone="warn">
          <p>{t('skipped')}</p>
          <ul className="list-disc pl-5 text-sm">
            {skipped.slice(0, SKIPPED_SHOWN).map(({ name, error }) => (
              <li key={name}>{t('skippedItem', { name, reason: errorText(error) })}</li>
            ))}
            {skipped.length > SKIPPED_SHOWN && (
              <li>{t('moreSkipped', { count: skipped.length - SKIPPED_SHOWN })}</li>
            )}
          </ul>
        </Notice>
      )}
      <section className="grid gap-2">
        <h3 className="font-medium text-sm">{t('languages')}</h3>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <LanguageFields
            languages={languages.map(({ label, lang, documents: count }) => ({
              ...{ label, lang, hint: t('languageHint', { documents: count }) },
            }))}
            choices={choices}
            onChoose={onLangs}
          />
        </div>
      </section>
      <CorpusList preview={preview} wanted={wanted} isBusy={busy !== null} onWant={onWant} onShow={onShow} />
      {wanted.length === 0 && <Notice tone="warn">{t('nothingChosen')}</Notice>}
    </PreviewCard>
  );
}
