'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import type { LegacyFont, TextDraft } from '@/lib/formats/text/TextDraft';

const NAMES: Record<LegacyFont, string> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI-Windows' };

type Props = {
  fontText: NonNullable<TextDraft['fontText']>;
  busy: boolean;
  /** Undefined takes the conversion back. */
  onConvert: (font: LegacyFont | undefined) => void;
};

/** Text of an old font: what it says, what it said, and the offer to convert it. */
export function FontOffer({ fontText, busy, onConvert }: Props) {
  const t = useTranslations('ImportForm.font');
  const { font, count, before, after, converted } = fontText;
  return (
    <Notice tone={converted ? 'good' : 'warn'}>
      <div className="grid gap-2">
        <h3 className="font-medium">{t('title')}</h3>
        <p>{t(converted ? 'converted' : 'lead', { count, font: NAMES[font] })}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-ink-soft text-sm">{t('before')}</dt>
          <dd className="reading">{before}</dd>
          <dt className="text-ink-soft text-sm">{t('after')}</dt>
          <dd className="reading" lang="vi">
            {after}
          </dd>
        </dl>
        <div>
          <Button small busy={busy} onClick={() => onConvert(converted ? undefined : font)}>
            {t(converted ? 'undo' : 'convert')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
