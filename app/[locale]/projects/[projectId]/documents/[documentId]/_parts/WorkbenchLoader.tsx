'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { Failure } from '@/lib/result';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { KeymapProvider } from './commands/KeymapContext';
import type { KeyChoices } from './commands/keymap';
import { fetchOutline } from './store/door';
import { Workbench, type WorkbenchProps } from './Workbench';

/** Fetches the document and then shows it: the page itself is there at once. */
export function WorkbenchLoader({ keys, ...props }: Omit<WorkbenchProps, 'opened'> & { keys: KeyChoices }) {
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
  if (failure)
    return (
      <div className="grid max-w-xl gap-3 p-6">
        <Notice tone="bad">{errorText(failure)}</Notice>
        <div>
          <Button onClick={() => void load()}>{t('retry')}</Button>
        </div>
      </div>
    );
  if (!opened)
    return (
      <p role="status" className="p-6 text-ink-soft">
        {t('loading')}
      </p>
    );
  return (
    <KeymapProvider initial={keys}>
      <Workbench {...props} opened={opened} />
    </KeymapProvider>
  );
}
