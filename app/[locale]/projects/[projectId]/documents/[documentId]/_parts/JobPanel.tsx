'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { ProgressBar } from '@/app/_ui/ProgressBar';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { ErrorCode, Failure } from '@/lib/result';
import type { JobView } from '@/lib/server/align/readJob';
import { alignText, cancelAlign } from '../actions';

/** How often a running job is asked how far it is. */
const POLL_MS = 500;

type Props = {
  bitextId: string;
  /** The language's name for the reader. */
  lang: string;
  aligned: boolean;
  mayAlign: boolean;
  job: JobView | null;
  /** Another way to an alignment, beside the engine's. */
  children?: ReactNode;
};

/** The alignment of one translation: start it, see how far it is, stop it. */
export function JobPanel({ bitextId, lang, aligned, mayAlign, job: known, children }: Props) {
  const t = useTranslations('JobPanel');
  const errorText = useErrorText();
  const router = useRouter();
  const [job, setJob] = useState(known);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => setJob(known), [known]);
  const running = job !== null && (job.state === 'queued' || job.state === 'running');
  const jobId = running ? job.id : null;
  useEffect(() => {
    if (!jobId) return;
    const timer = setInterval(async () => {
      const response = await fetch(`/api/jobs/${jobId}`, { cache: 'no-store' }).catch(() => null);
      if (!response?.ok) return; // asked again in a moment
      const { value } = (await response.json()) as { value: JobView };
      setJob(value);
      if (value.state !== 'queued' && value.state !== 'running') router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [jobId, router]);

  const start = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await alignText({ bitextId });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.error);
    setJob({ id: answer.value.jobId, bitextId, state: 'queued', progress: 0, error: null });
  };
  const cancel = async () => {
    if (!job) return;
    const answer = await cancelAlign({ jobId: job.id });
    if (answer.ok) setJob({ ...job, state: 'cancelled' });
    else setFailure(answer.error);
  };

  if (running) {
    const label = t(job.state === 'queued' ? 'queued' : 'running', { lang });
    return (
      <div
        className="grid gap-2 rounded-lg border border-line bg-surface p-4"
        data-testid={`job-${bitextId}`}
      >
        <div className="flex items-center justify-between gap-4">
          <span>{label}</span>
          {mayAlign && (
            <Button small onClick={cancel}>
              {t('cancel')}
            </Button>
          )}
        </div>
        <ProgressBar label={label} value={job.progress} />
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      {job?.state === 'failed' && (
        <Notice tone="bad">
          {t('failed', {
            lang,
            reason: errorText({ code: (job.error as ErrorCode | null) ?? 'job.failed' }),
          })}
        </Notice>
      )}
      {job?.state === 'cancelled' && <Notice>{t('cancelled', { lang })}</Notice>}
      {mayAlign && (
        <div>
          <div className="flex flex-wrap items-center gap-2">
            <Button look={aligned ? 'plain' : 'primary'} small={aligned} busy={busy} onClick={start}>
              {t(aligned ? 'realign' : 'align', { lang })}
            </Button>
            {children}
          </div>
          {aligned && <p className="mt-1 text-ink-soft text-sm">{t('realignHint')}</p>}
        </div>
      )}
    </div>
  );
}
