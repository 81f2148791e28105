'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { ALIGNED_ACCEPT, ALIGNED_FORMATS } from '@/lib/formats/formats';
import { AlignedPreviewView } from './AlignedPreviewView';
import { useAligned } from './useAligned';

type Props = {
  documentId: string;
  base: string;
  reference: string;
  referenceLang: string;
  choices: readonly { lang: string; name: string }[];
  limitMegabytes: number;
};

/** The form takes so many parts of one alignment; more come in a zip file. */
const MAX_FILES = 6;

/** Choose the files, look at the preview, accept. */
export function AlignedForm({ documentId, base, reference, referenceLang, choices, limitMegabytes }: Props) {
  const t = useTranslations('AlignedForm');
  const errorText = useErrorText();
  const aligned = useAligned({ documentId, base, limitMegabytes });
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { files, chosen, preview, failure, busy, look } = aligned;
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])];
    setTooMany(taken.length > MAX_FILES);
    if (taken.length && taken.length <= MAX_FILES) void look(taken, {});
  };
  return (
    <div className="grid gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {tooMany && <Notice tone="bad">{t('tooManyFiles', { limit: MAX_FILES })}</Notice>}
      {preview ? (
        <AlignedPreviewView
          preview={preview}
          chosen={chosen}
          choices={choices}
          reference={reference}
          referenceLang={referenceLang}
          busy={busy}
          onChoose={(next) => void look(files, next)}
          onAccept={() => void aligned.accept()}
          onAgain={aligned.again}
        />
      ) : (
        <section
          aria-label={t('choose')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files);
          }}
          className={classes(
            'grid justify-items-center gap-3 rounded-xl border-2 border-dashed px-6 py-12 text-center',
            over ? 'border-accent bg-accent-soft' : 'border-line-strong/60 bg-surface',
          )}
        >
          <p className="font-medium text-lg">{t('drop')}</p>
          <input
            ref={picker}
            type="file"
            multiple
            accept={ALIGNED_ACCEPT}
            className="sr-only"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <Button look="primary" busy={busy === 'reading'} onClick={() => picker.current?.click()}>
            {t(busy === 'reading' ? 'reading' : 'choose')}
          </Button>
          <p className="max-w-prose text-ink-soft text-sm">
            {t('formats', {
              formats: ALIGNED_FORMATS.map(({ name }) => name).join(', '),
              limit: limitMegabytes,
            })}
          </p>
        </section>
      )}
    </div>
  );
}
