'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { OtherReading } from '../../import/_parts/OtherReading';
import type { Choices } from '../../import/_parts/useImport';
import { ReplacePreview } from './ReplacePreview';
import { useReplace } from './useReplace';
import { VersionReading } from './VersionReading';

type Props = {
  documentId: string;
  base: string;
  lang: string;
  accept: string;
  /** Of the text that is there. */
  fileName: string | null;
  langNames: Readonly<Record<string, string>>;
  /** What was chosen about the reading of the text that is there. */
  preset: Choices;
};

export function ReplaceForm({ documentId, base, lang, accept, fileName, langNames, preset }: Props) {
  const t = useTranslations('ReplaceForm');
  const errorText = useErrorText();
  const replacing = useReplace(documentId, base, lang, preset);
  const { source: file, preview, failure, progress, busy } = replacing;
  return (
    <div className="grid gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={replacing.cancel} />}
      {failure && !preview && file && (
        <OtherReading chosen={replacing.chosen} onChoose={(choices) => void replacing.look(file, choices)} />
      )}
      {preview && file ? (
        <ReplacePreview
          preview={preview}
          lang={lang}
          langNames={langNames}
          busy={busy !== null}
          onAccept={() => void replacing.accept()}
          onAgain={replacing.again}
        >
          <VersionReading
            preview={preview}
            lang={lang}
            chosen={replacing.chosen}
            busy={busy !== null}
            onChoose={(choices) => void replacing.look(file, choices)}
            onKeep={replacing.choose}
          />
        </ReplacePreview>
      ) : (
        <FileDrop
          label={t('drop')}
          button={t('choose')}
          accept={accept}
          busy={busy !== null}
          onFiles={([first]) => void replacing.look(first)}
        >
          <p>{t('hint', { name: fileName ?? 'none' })}</p>
        </FileDrop>
      )}
    </div>
  );
}
