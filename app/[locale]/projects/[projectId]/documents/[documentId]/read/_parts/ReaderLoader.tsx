'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { Failure } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { fetchOutline } from '../../_parts/store/door';
import { Reader, type ReaderProps } from './Reader';

/** Fetches the shape of the document; its words come as they are read. */
export function ReaderLoader(props: Omit<ReaderProps, 'opened'>) {
  const t = useTranslations('WorkbenchLoader');
  const errorText = useErrorText();
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { documentId } = props;
  const load = useCallback(async () => {
    setFailure(null);
    const answer = await fetchOutline(documentId).catch(() => null);
    if (!answer) setFailure({ code: 'request.offline' });
    else if (answer.ok) setOpened(answer.value);
    else setFailure(answer.error);
  }, [documentId]);
  useEffect(() => void load(), [load]);
  if (opened) return <Reader {...props} opened={opened} />;
  return (
    <div className="grid max-w-xl gap-3 p-6">
      <h1 className="sr-only">{props.title}</h1>
      {failure ? (
        <>
          <Notice tone="bad">{errorText(failure)}</Notice>
          <div>
            <Button onClick={() => void load()}>{t('retry')}</Button>
          </div>
        </>
      ) : (
        <p role="status" className="text-ink-soft">
          {t('loading')}
        </p>
      )}
    </div>
  );
}
