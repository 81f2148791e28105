'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { OtherReading } from '../../import/_parts/OtherReading';
import { ReplacePreview } from './ReplacePreview';
import { useReplace } from './useReplace';

type Props = {
  documentId: string;
  base: string;
  lang: string;
  accept: string;
  /** Of the text that is there. */
  fileName: string | null;
  langNames: Readonly<Record<string, string>>;
};

export function ReplaceForm({ documentId, base, lang, accept, fileName, langNames }: Props) {
  const t = useTranslations('ReplaceForm');
  const errorText = useErrorText();
  const replacing = useReplace(documentId, base, lang);
  const { file, preview, failure, progress } = replacing;
  const other = file && (
    <OtherReading chosen={replacing.chosen} onChoose={(choices) => void replacing.look(file, choices)} />
  );
  return (
    <div className="grid gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={replacing.cancel} />}
      {failure && !preview && other}
      {preview ? (
        <ReplacePreview
          preview={preview}
          lang={lang}
          langNames={langNames}
          busy={progress !== null}
          onAccept={() => void replacing.accept()}
          onAgain={replacing.again}
        >
          {other}
        </ReplacePreview>
      ) : (
        <FileDrop
          label={t('drop')}
          button={t('choose')}
          accept={accept}
          busy={progress !== null}
          onFiles={([first]) => void replacing.look(first)}
        >
          <p>{t('hint', { name: fileName ?? 'none' })}</p>
        </FileDrop>
      )}
    </div>
  );
}
