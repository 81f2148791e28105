'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextField } from '@/app/_ui/Field';
import { Saved } from '../../../../_parts/Saved';

/** A fresh link to hand on. The clipboard is missing on plain http, so the link can be selected too. */
export function SecretLink({ label, link, onDone }: { label: string; link: string; onDone: () => void }) {
  const t = useTranslations('SecretLink');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch (cause) {
      console.error(cause); // Refused by the browser: the field beside says how else.
    }
  };
  return (
    <div className="grid gap-4">
      <TextField
        label={label}
        hint={t('hint')}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" onClick={copy}>
          {t('copy')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('done')}
        </Button>
        <Saved when={copied}>{t('copied')}</Saved>
      </div>
    </div>
  );
}
