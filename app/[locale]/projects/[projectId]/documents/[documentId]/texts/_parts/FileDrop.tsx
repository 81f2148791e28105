'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { Notice } from '@/app/_ui/Notice';

type Props = {
  label: string;
  button: string;
  accept: string;
  /** How many files belong together; one when not said. */
  most?: number;
  busy: boolean;
  onFiles: (files: File[]) => void;
  /** What may be dropped here. */
  children: ReactNode;
};

/** Where files are dropped or chosen. */
export function FileDrop({ label, button, accept, most = 1, busy, onFiles, children }: Props) {
  const t = useTranslations('Sending');
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    setTooMany(files.length > most);
    if (files.length && files.length <= most) onFiles(files);
  };
  return (
    <>
      {tooMany && <Notice tone="bad">{t('tooManyFiles', { limit: most })}</Notice>}
      <section
        aria-label={button}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!busy) take(event.dataTransfer.files);
        }}
        className={classes(
          'grid justify-items-center gap-3 rounded-xl border-2 border-dashed px-6 py-12 text-center',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong/60 bg-surface',
        )}
      >
        <p className="font-medium text-lg">{label}</p>
        <input
          ref={picker}
          type="file"
          multiple={most > 1}
          accept={accept}
          className="sr-only"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button look="primary" busy={busy} onClick={() => picker.current?.click()}>
          {button}
        </Button>
        <div className="max-w-prose text-ink-soft text-sm">{children}</div>
      </section>
    </>
  );
}
