'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useFormatName } from '@/app/_ui/useFormatName';
import { ALIGNED_ACCEPT, ALIGNED_FORMATS } from '@/lib/formats/formats';
import { Link } from '@/lib/i18n/navigation';
import type { ErrorCode } from '@/lib/result';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { AlignedPreviewView } from './AlignedPreviewView';
import { TableFields } from './TableFields';
import { useAligned } from './useAligned';

type Props = {
  documentId: string;
  base: string;
  corpusHref: string;
  reference: string;
  referenceLang: string;
  choices: readonly { lang: string; name: string }[];
  limitMegabytes: number;
};

/** Parts of one alignment, or alignments of one text with several; more come in a zip file. */
const MAX_FILES = 40;
/** Failures that another idea of the same table may mend. */
const HELPED_BY_CHOICES: ReadonlySet<ErrorCode> = new Set([
  'import.oneLanguage',
  'import.brokenLine',
  'import.tooManyLanguages',
  'import.wrongEncoding',
  'import.unknownEncoding',
  'import.empty',
]);

/** Choose the files, look at the preview, accept. */
export function AlignedForm(props: Props) {
  const { documentId, base, corpusHref, reference, referenceLang, choices, limitMegabytes } = props;
  const t = useTranslations('AlignedForm');
  const formatName = useFormatName();
  const errorText = useErrorText();
  const aligned = useAligned({ documentId, base, limitMegabytes });
  const { files, chosen, preview, failure, busy, progress, look } = aligned;
  return (
    <div className="grid gap-6">
      {failure && (
        <Notice tone="bad" className="grid justify-items-start gap-2">
          <p>{errorText(failure)}</p>
          {failure.code === 'import.notAligned' && (
            <Link href={`${base}/texts/import`} className={buttonClass()}>
              {t('importText')}
            </Link>
          )}
        </Notice>
      )}
      {progress && <SendingBar progress={progress} onCancel={aligned.cancel} />}
      {preview ? (
        <AlignedPreviewView
          preview={preview}
          chosen={chosen}
          choices={choices}
          reference={reference}
          referenceLang={referenceLang}
          corpusHref={corpusHref}
          busy={busy}
          onChoose={(next) => void look(files, next)}
          onAccept={() => void aligned.accept()}
          onAgain={aligned.again}
        />
      ) : (
        <>
          {failure && files.length > 0 && HELPED_BY_CHOICES.has(failure.code) && (
            <section
              aria-label={t('otherReading')}
              className="grid gap-4 rounded-xl border border-line bg-surface p-5"
            >
              <h2 className="font-semibold">{t('otherReading')}</h2>
              <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
                <TableFields table={null} chosen={chosen} onChoose={(next) => void look(files, next)} />
              </div>
            </section>
          )}
          <FileDrop
            label={t('drop')}
            button={t(busy === 'reading' ? 'reading' : 'choose')}
            accept={ALIGNED_ACCEPT}
            most={MAX_FILES}
            busy={busy !== null}
            onFiles={(taken) => void look(taken, {})}
          >
            {t('formats', {
              formats: ALIGNED_FORMATS.map(({ id }) => formatName(id)).join(', '),
              limit: limitMegabytes,
            })}
          </FileDrop>
        </>
      )}
    </div>
  );
}
