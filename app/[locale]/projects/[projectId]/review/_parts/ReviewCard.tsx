'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/app/_ui/Button';
import { classes } from '@/app/_ui/classes';
import { StatusMark } from '@/app/_ui/StatusMark';
import { Link } from '@/lib/i18n/navigation';
import type { ReviewItem } from '@/lib/server/review/readReviewQueue';

export type Decision = 'approved' | 'returned';

type Props = {
  projectId: string;
  item: ReviewItem;
  referenceLang: string;
  langName: string;
  current: boolean;
  decision: Decision | null;
  onFocus: () => void;
  onApprove: () => void;
  onReturn: () => void;
};

/** A confirmed bead between what stands before and after it, with the two answers a reviewer can give. */
export function ReviewCard(props: Props) {
  const { projectId, item, referenceLang, langName, current, decision, onFocus, onApprove, onReturn } = props;
  const t = useTranslations('ReviewQueue');
  const reasons = useTranslations('Reasons');
  const format = useFormatter();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!current) return;
    // Keys typed in another field stay there; else the card of the moment has the focus.
    if (!document.activeElement?.closest('dialog, input, textarea'))
      card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li
      ref={card}
      tabIndex={-1}
      data-own-focus
      data-testid="review-card"
      aria-current={current ? 'true' : undefined}
      onMouseDown={onFocus}
      className={classes(
        'scroll-my-24 rounded-xl border bg-surface p-4 outline-none sm:p-5',
        current ? 'border-focus ring-2 ring-focus' : 'border-line',
        decision && 'opacity-75',
      )}
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
        <span className="font-medium text-ink">{item.title}</span>
        <span>{langName}</span>
        {item.authors.length > 0 && <span>{t('by', { names: format.list(item.authors) })}</span>}
        <Link
          href={`/projects/${projectId}/documents/${item.documentId}?bead=${item.beadId}`}
          className="ml-auto text-accent underline-offset-2 hover:underline"
        >
          {t('open')}
        </Link>
      </div>
      <div className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        <Context texts={item.before} referenceLang={referenceLang} lang={item.lang} />
        <Text lang={referenceLang} segments={item.source} none={t('noReference')} />
        <Text
          lang={item.lang}
          segments={item.target}
          none={item.reason ? reasons(`${item.reason}.long`) : t('noTranslation')}
        />
        <Context texts={item.after} referenceLang={referenceLang} lang={item.lang} />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {decision ? (
          <span className="flex items-center gap-2 font-medium">
            <StatusMark status={decision === 'approved' ? 'approved' : 'proposed'} />
            {t(decision === 'approved' ? 'saidApproved' : 'saidReturned')}
          </span>
        ) : (
          <>
            <Button look="primary" onClick={onApprove} tabIndex={current ? 0 : -1}>
              {t('approve')}
            </Button>
            <Button onClick={onReturn} tabIndex={current ? 0 : -1}>
              {t('return')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function Text({ lang, segments, none }: { lang: string; segments: readonly string[]; none: string }) {
  if (!segments.length)
    return <p className="border-line-strong/50 border-l-4 pl-3 text-ink-soft italic">{none}</p>;
  return (
    <div lang={lang} className="grid content-start gap-1 border-info border-l-4 pl-3">
      {segments.map((segment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: segments have no name but their place.
        <p key={index} className="reading whitespace-pre-wrap">
          {segment}
        </p>
      ))}
    </div>
  );
}

function Context({
  texts,
  referenceLang,
  lang,
}: {
  texts: ReviewItem['before'];
  referenceLang: string;
  lang: string;
}) {
  if (!texts) return null;
  return (
    <>
      <p lang={referenceLang} className="line-clamp-2 pl-4 text-ink-faint text-sm max-md:hidden">
        {texts.source}
      </p>
      <p lang={lang} className="line-clamp-2 pl-4 text-ink-faint text-sm max-md:hidden">
        {texts.target}
      </p>
    </>
  );
}
