'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useFormatName } from '@/app/_ui/useFormatName';
import { ALIGNED_ACCEPT, ALIGNED_FORMATS } from '@/lib/formats/formats';
import { FileDrop } from '../../documents/[documentId]/texts/_parts/FileDrop';
import { SendingBar } from '../../documents/[documentId]/texts/_parts/SendingBar';
import { CorpusPreviewView } from './CorpusPreviewView';
import { useCorpus } from './useCorpus';

type Props = {
  projectId: string;
  choices: readonly { lang: string; name: string }[];
  limitMegabytes: number;
};

/** As many as a form may have; more come in an archive. */
const MAX_FILES = 100;

/** Choose files, look at the documents in them, choose among those, accept. */
export function CorpusForm({ projectId, choices, limitMegabytes }: Props) {
  const t = useTranslations('CorpusForm');
  const words = useTranslations('AlignedForm');
  const formatName = useFormatName();
  const errorText = useErrorText();
  const corpus = useCorpus({ projectId, limitMegabytes });
  const { files, chosen, preview, failure, busy, progress, look } = corpus;
  return (
    <div className="grid grid-cols-1 gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={corpus.cancel} />}
      {preview ? (
        <CorpusPreviewView
          preview={preview}
          choices={choices}
          busy={busy}
          wanted={corpus.wanted}
          onWant={corpus.want}
          onLangs={(langs) => void look(files, { ...chosen, langs })}
          onShow={(number) => void look(files, { ...chosen, show: number === null ? '' : String(number) })}
          onAccept={() => void corpus.accept()}
          onAgain={corpus.again}
        />
      ) : (
        <FileDrop
          label={t('drop')}
          button={words(busy === 'reading' ? 'reading' : 'choose')}
          accept={ALIGNED_ACCEPT}
          most={MAX_FILES}
          busy={busy !== null}
          onFiles={(taken) => void corpus.take(taken)}
        >
          {t('formats', {
            formats: ALIGNED_FORMATS.map(({ id }) => formatName(id)).join(', '),
            limit: limitMegabytes,
          })}
        </FileDrop>
      )}
    </div>
  );
}
