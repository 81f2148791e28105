'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { TextArea } from '@/app/_ui/Field';

/** Where a text is pasted or typed. */
export function PasteForm({ busy, onPaste }: { busy: boolean; onPaste: (text: string) => void }) {
  const t = useTranslations('ImportForm');
  const [pasted, setPasted] = useState('');
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onPaste(pasted);
      }}
    >
      <p className="text-center text-ink-soft text-sm">{t('orPaste')}</p>
      <TextArea
        label={t('paste')}
        rows={8}
        value={pasted}
        placeholder={t('pastePlaceholder')}
        onChange={(event) => setPasted(event.target.value)}
        className="reading"
      />
      <div>
        <Button type="submit" disabled={!pasted.trim()} busy={busy}>
          {t('preview')}
        </Button>
      </div>
    </form>
  );
}
