'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { AttachPreviewView } from './AttachPreviewView';
import { OrderQuestion } from './OrderQuestion';
import { useAttach } from './useAttach';

export type AttachSides = {
  /** Names of the languages as they stand in a sentence. */
  reference: string;
  referenceLang: string;
  translation: string;
  /** The same where they stand alone, with a capital. */
  referenceName: string;
  translationName: string;
  translationLang: string;
};
type Props = AttachSides & { documentId: string; bitextId: string; base: string };

/** The alignment, its two texts, and room for what belongs to them. */
const MAX_FILES = 6;
const ACCEPT = '.xml,.gz,.zip,.ladder,.vecalign,.bertalign,.links,.txt';

/** Choose the alignment, look at what it would change, accept. */
export function AttachForm({ documentId, bitextId, base, ...sides }: Props) {
  const t = useTranslations('AttachForm');
  const errorText = useErrorText();
  const attach = useAttach({ documentId, bitextId, base });
  const { files, chosen, preview, failure, busy, progress, look } = attach;
  // The files stay: nothing has to be chosen anew, a question has to be answered.
  const asks = failure?.code === 'attach.whichFirst';
  return (
    <div className="grid grid-cols-1 gap-6">
      {failure && <Notice tone={asks ? 'warn' : 'bad'}>{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={attach.cancel} />}
      {preview ? (
        <AttachPreviewView
          preview={preview}
          sides={sides}
          busy={busy}
          replaces={chosen.replaceLocked === 'yes'}
          onReplace={(replaces) => void look(files, { ...chosen, replaceLocked: replaces ? 'yes' : 'no' })}
          onAccept={() => void attach.accept()}
          onAgain={attach.again}
        />
      ) : asks ? (
        <OrderQuestion
          files={files}
          sides={sides}
          busy={busy !== null}
          onAnswer={(order) => void look(files, { ...chosen, order })}
          onAgain={attach.again}
        />
      ) : (
        <FileDrop
          label={t('drop')}
          button={t(busy === 'reading' ? 'reading' : 'choose')}
          accept={ACCEPT}
          most={MAX_FILES}
          busy={busy !== null}
          onFiles={(taken) => void look(taken, {})}
        >
          {t('formats')}
        </FileDrop>
      )}
    </div>
  );
}
