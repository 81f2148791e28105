'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/app/_ui/Notice';
import type { Apart } from '@/lib/formats/aligned/AlignedDocument';
import { langInSentence } from '../../../../../../../_parts/langNames';

/** Why alignments that look as if they shared a text are not joined. */
export function ApartNotice({ apart }: { apart: Apart }) {
  const t = useTranslations('AlignedForm');
  const locale = useLocale();
  return <Notice>{t('apart', { ...apart, lang: langInSentence(locale, apart.lang) })}</Notice>;
}
