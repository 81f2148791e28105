'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { Failure } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { fetchOutline } from './store/door';

/** Fetches the shape of a document, and then shows it as `children` say: the page itself is there at once. */
export function DocumentLoader({
  documentId,
  children,
}: {
  documentId: string;
  /** `reopen` fetches it anew; what is shown stays until that is there. */
  children: (opened: OpenedDocument, reopen: () => void) => ReactNode;
}) {
  const t = useTranslations('DocumentLoader');
  const errorText = useErrorText();
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async () => {
    setFailure(null);
    const answer = await fetchOutline(documentId).catch(() => null);
    if (!answer) setFailure({ code: 'request.offline' });
    else if (answer.ok) setOpened(answer.value);
    else setFailure(answer.error);
  }, [documentId]);
  useEffect(() => void load(), [load]);
  if (opened) return children(opened, () => void load());
  return (
    <div className="grid max-w-xl gap-3 p-6">
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
