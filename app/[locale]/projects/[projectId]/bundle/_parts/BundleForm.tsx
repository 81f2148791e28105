'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { useRouter } from '@/lib/i18n/navigation';
import type { BundlePreview } from '@/lib/server/bundle/previewBundle';
import { FileDrop } from '../../documents/[documentId]/texts/_parts/FileDrop';
import { SendingBar } from '../../documents/[documentId]/texts/_parts/SendingBar';
import { formWith, useDryRun } from '../../documents/[documentId]/texts/_parts/useDryRun';
import { BundlePreviewView } from './BundlePreviewView';

type Props = {
  projectId: string;
  /** Of the project's languages, as the server calls them. */
  names: Readonly<Record<string, string>>;
};

const MAX_MEGABYTES = 1024;

/** A bundle, looked at, and accepted or not. */
export function BundleForm({ projectId, names }: Props) {
  const t = useTranslations('ImportBundle');
  const errorText = useErrorText();
  const router = useRouter();
  const run = useDryRun<File, { title?: string }, BundlePreview>({
    url: `/api/projects/${projectId}/bundle`,
    preset: {},
    formOf: (file, choices) => formWith(choices, { file0: file }),
    limit: { megabytes: MAX_MEGABYTES, bytesOf: ({ size }) => size },
  });
  const { preview, failure, busy, progress } = run;
  const accept = async (title: string) => {
    const done = await run.accept<{ documentId: string }>({ title });
    if (done) router.push(`/projects/${projectId}/documents/${done.stored.documentId}`);
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {progress && <SendingBar progress={progress} onCancel={run.cancel} />}
      {preview ? (
        <BundlePreviewView
          preview={preview}
          names={names}
          busy={busy}
          onAccept={accept}
          onAgain={run.again}
        />
      ) : (
        <FileDrop
          label={t('drop')}
          button={t(busy === 'reading' ? 'reading' : 'choose')}
          accept=".triptych"
          busy={busy !== null}
          onFiles={([file]) => void run.look(file)}
        >
          {t('formats', { limit: MAX_MEGABYTES })}
        </FileDrop>
      )}
    </div>
  );
}
