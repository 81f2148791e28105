'use client';

import { useTranslations } from 'next-intl';
import { ShownOnce } from '../../../../_parts/ShownOnce';

/** A fresh link to hand on. */
export function SecretLink({ label, link, onDone }: { label: string; link: string; onDone: () => void }) {
  const t = useTranslations('SecretLink');
  const words = { label, hint: t('hint'), copy: t('copy'), copied: t('copied'), done: t('done') };
  return <ShownOnce value={link} words={words} onDone={onDone} />;
}
