'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useFormatName } from '@/app/_ui/useFormatName';
import { IMPORT_ACCEPT, IMPORT_FORMATS, isAlignedFile } from '@/lib/formats/formats';
import { Link } from '@/lib/i18n/navigation';
import type { ErrorCode } from '@/lib/result';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { ImportPreview, type LangChoice } from './ImportPreview';
import { OtherReading } from './OtherReading';
import { PasteForm } from './PasteForm';
import { useImport } from './useImport';

type Props = {
  documentId: string;
  base: string;
  /** Where files with several texts go: into this document while it is empty. */
  aligned: { href: string; isNewDocument: boolean };
  /** The language of the text that was asked for. */
  wanted: string | null;
  choices: readonly LangChoice[];
  langNames: Readonly<Record<string, string>>;
  limitMegabytes: number;
};

/** Failures that another encoding or another idea of paragraphs may mend. */
const HELPED_BY_CHOICES: ReadonlySet<ErrorCode> = new Set([
  'import.wrongEncoding',
  'import.paragraphTooLong',
  'import.tooManyParagraphs',
]);

/** Choose or paste, look at the preview, accept. */
export function ImportForm({ langNames, aligned, ...options }: Props) {
  const t = useTranslations('ImportForm');
  const formatName = useFormatName();
  const errorText = useErrorText();
  const text = useImport(options);
  const { source, chosen, preview, failure, busy, progress, look } = text;
  return (
    <div className="grid gap-6">
      {failure && (
        <Notice tone="bad" className="grid justify-items-start gap-2">
          <p>{errorText(failure)}</p>
          {source && 'file' in source && isAlignedFile(source.file.name) && (
            <>
              <p>{t('isAligned')}</p>
              <Link href={aligned.href} className={buttonClass()}>
                {t(aligned.isNewDocument ? 'importAlignedDocument' : 'importAligned')}
              </Link>
            </>
          )}
        </Notice>
      )}
      {progress && <SendingBar progress={progress} onCancel={text.cancel} />}
      {preview && source ? (
        <ImportPreview
          preview={preview}
          chosen={chosen}
          choices={options.choices}
          langNames={langNames}
          base={options.base}
          busy={busy}
          onChoose={(next) => void look(source, next)}
          onKeep={text.choose}
          onAccept={() => void text.accept()}
          onAgain={text.again}
        />
      ) : (
        <>
          {failure && source && HELPED_BY_CHOICES.has(failure.code) && (
            <OtherReading chosen={chosen} onChoose={(next) => void look(source, next)} />
          )}
          <FileDrop
            label={t('drop')}
            button={t(busy === 'reading' && source && 'file' in source ? 'reading' : 'choose')}
            accept={IMPORT_ACCEPT}
            busy={busy !== null}
            onFiles={([file]) => file && void look({ file }, {})}
          >
            {t('formats', {
              formats: IMPORT_FORMATS.map(({ id }) => formatName(id)).join(', '),
              limit: options.limitMegabytes,
            })}
          </FileDrop>
          <PasteForm
            busy={busy === 'reading' && source !== null && 'pasted' in source}
            onPaste={(pasted) => void look({ pasted }, {})}
          />
        </>
      )}
    </div>
  );
}
