'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/app/_ui/Field';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { FileDrop } from '../../_parts/FileDrop';
import { SendingBar } from '../../_parts/SendingBar';
import { AttachPreviewView } from './AttachPreviewView';
import { useAttach } from './useAttach';

export type AttachSides = {
  reference: string;
  referenceLang: string;
  translation: string;
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
  return (
    <div className="grid gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={attach.cancel} />}
      {failure?.code === 'attach.whichFirst' && (
        <div className="max-w-md">
          <SelectField
            label={t('order')}
            value=""
            onChange={(event) => void look(files, { ...chosen, order: event.target.value })}
          >
            <option value="">{t('chooseOrder')}</option>
            <option value="sourceFirst">{sides.reference}</option>
            <option value="targetFirst">{sides.translation}</option>
          </SelectField>
        </div>
      )}
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
