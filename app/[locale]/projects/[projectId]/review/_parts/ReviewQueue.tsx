'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/app/_ui/Button';
import { EmptyState } from '@/app/_ui/EmptyState';
import { Kbd } from '@/app/_ui/Kbd';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import type { BeadCommand } from '@/lib/bitext/commands';
import { Link } from '@/lib/i18n/navigation';
import type { Failure } from '@/lib/result';
import type { ReviewQueue as Queue, ReviewItem } from '@/lib/server/review/readReviewQueue';
import { isShortcut } from '../../documents/[documentId]/_parts/commands/keys';
import { RemarkDialog } from '../../documents/[documentId]/_parts/commands/RemarkDialog';
import { decide, moreToReview, takeBackDecision } from '../actions';
import { type Decision, ReviewCard } from './ReviewCard';

type Props = {
  projectId: string;
  lang: string | null;
  actorId: string;
  first: Queue;
  langNames: Readonly<Record<string, string>>;
};

/** Beads that wait for this reviewer: A approves, R returns, the arrows go on; Ctrl+Z takes a decision back. */
export function ReviewQueue({ projectId, lang, actorId, first, langNames }: Props) {
  const t = useTranslations('ReviewQueue');
  const errorText = useErrorText();
  const [items, setItems] = useState(first.items);
  const [decided, setDecided] = useState<Readonly<Record<string, Decision>>>({});
  const [at, setAt] = useState(0);
  const [returning, setReturning] = useState<ReviewItem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState('');
  const [exhausted, setExhausted] = useState(false);
  // Decisions in the order they were made, for Ctrl+Z.
  const made = useRef<ReviewItem[]>([]);
  const loading = useRef(false);
  // Decisions travel one after the other, so that taking one back never overtakes it.
  const line = useRef<Promise<void>>(Promise.resolve());
  const inTurn = useCallback((run: () => Promise<void>) => {
    line.current = line.current.then(run);
  }, []);

  const more = useCallback(async () => {
    const last = items.at(-1);
    if (loading.current || exhausted || !last) return;
    loading.current = true;
    const answer = await moreToReview({ projectId, lang, after: last.beadId }).catch(() => null);
    loading.current = false;
    if (!answer?.ok) return;
    if (answer.value.items.length === 0) setExhausted(true);
    else
      setItems((now) => [
        ...now,
        ...answer.value.items.filter((one) => !now.some((old) => old.beadId === one.beadId)),
      ]);
  }, [items, exhausted, projectId, lang]);
  useEffect(() => {
    if (at >= items.length - 5) void more();
  }, [at, items.length, more]);

  const goOn = useCallback(
    (from: number, done: Readonly<Record<string, Decision>>) => {
      const next = items.findIndex((item, index) => index > from && !done[item.beadId]);
      setAt(next >= 0 ? next : Math.min(from + 1, items.length - 1));
    },
    [items],
  );

  const give = useCallback(
    (item: ReviewItem, command: BeadCommand, decision: Decision) => {
      const index = items.indexOf(item);
      const done = { ...decided, [item.beadId]: decision };
      setDecided(done);
      setFailure(null);
      goOn(index, done);
      inTurn(async () => {
        const answer = await decide({
          documentId: item.documentId,
          editId: crypto.randomUUID(),
          seen: { [item.beadId]: item.revision },
          commands: [command],
        }).catch(() => ({ ok: false as const, error: { code: 'request.offline' as const } }));
        if (answer.ok) {
          made.current.push(item);
          setSaid(t(decision === 'approved' ? 'saidApproved' : 'saidReturned'));
          return;
        }
        setFailure(answer.error);
        setDecided(({ [item.beadId]: _, ...rest }) => rest);
        setAt(index);
      });
    },
    [items, decided, goOn, inTurn, t],
  );
  const approve = useCallback(
    (item: ReviewItem) => give(item, { type: 'approve', bead: item.beadId }, 'approved'),
    [give],
  );

  const undo = useCallback(async () => {
    const item = made.current.at(-1);
    if (!item) return;
    const answer = await takeBackDecision({ documentId: item.documentId, direction: 'undo' }).catch(
      () => null,
    );
    if (!answer) return setFailure({ code: 'request.offline' });
    if (!answer.ok) return setFailure(answer.error);
    made.current.pop();
    const row = answer.value.change.beads.find((one) => one.after?.id === item.beadId);
    setItems((now) =>
      now.map((one) =>
        one.beadId === item.beadId && row?.after ? { ...one, revision: row.after.revision } : one,
      ),
    );
    setDecided(({ [item.beadId]: _, ...rest }) => rest);
    setAt(items.findIndex((one) => one.beadId === item.beadId));
    setSaid(t('saidUndone'));
  }, [items, t]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (document.querySelector('dialog[open]') || target.closest('input, textarea, select')) return;
      const item = items[at];
      const open = item && !decided[item.beadId];
      const act = (run: () => void) => {
        event.preventDefault();
        run();
      };
      if (isShortcut(event, 'Ctrl+Z')) act(() => inTurn(undo));
      else if (isShortcut(event, 'ArrowDown')) act(() => setAt(Math.min(at + 1, items.length - 1)));
      else if (isShortcut(event, 'ArrowUp')) act(() => setAt(Math.max(at - 1, 0)));
      else if (open && isShortcut(event, 'A')) act(() => approve(item));
      else if (open && isShortcut(event, 'R')) act(() => setReturning(item));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [items, at, decided, approve, undo, inTurn]);

  const langs = Object.keys(first.waiting);
  const leftOf = (one: string): number => {
    const done = items.filter((item) => item.lang === one && decided[item.beadId]).length;
    return Math.max(0, (first.waiting[one] ?? 0) - done);
  };
  const all = langs.reduce((sum, one) => sum + leftOf(one), 0);
  const left = lang ? leftOf(lang) : all;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <LangLink projectId={projectId} lang={null} here={lang === null}>
          {t('all', { count: all })}
        </LangLink>
        {langs.map((one) => (
          <LangLink key={one} projectId={projectId} lang={one} here={lang === one}>
            {t('ofLang', { lang: langNames[one], count: leftOf(one) })}
          </LangLink>
        ))}
        <span className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft text-sm">
          <span>
            <Kbd>A</Kbd> {t('approve')}
          </span>
          <span>
            <Kbd>R</Kbd> {t('return')}
          </span>
          <span>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('move')}
          </span>
          <span>
            <Kbd>Ctrl</Kbd> <Kbd>Z</Kbd> {t('undo')}
          </span>
        </span>
      </div>
      {failure && <Notice tone="bad">{errorText(failure)}</Notice>}
      <p role="status" className="text-ink-soft text-sm">
        {t('left', { count: left })} <span className="sr-only">{said}</span>
      </p>
      {items.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>
          <p className="max-w-prose text-ink-soft">{t('empty')}</p>
          <Link href={`/projects/${projectId}`} className={buttonClass()}>
            {t('back')}
          </Link>
        </EmptyState>
      ) : (
        <ol className="grid gap-4">
          {items.map((item, index) => (
            <ReviewCard
              key={item.beadId}
              projectId={projectId}
              item={item}
              referenceLang={first.referenceLang}
              langName={langNames[item.lang]}
              current={index === at}
              decision={decided[item.beadId] ?? null}
              onFocus={() => setAt(index)}
              onApprove={() => approve(item)}
              onReturn={() => setReturning(item)}
            />
          ))}
        </ol>
      )}
      <RemarkDialog
        what={returning ? 'return' : null}
        about={returning?.beadId ?? null}
        authorId={actorId}
        onClose={() => setReturning(null)}
        onSend={(body) => {
          if (returning)
            void give(
              returning,
              { type: 'return', bead: returning.beadId, id: crypto.randomUUID(), body },
              'returned',
            );
        }}
      />
    </div>
  );
}

function LangLink({
  projectId,
  lang,
  here,
  children,
}: {
  projectId: string;
  lang: string | null;
  here: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={`/projects/${projectId}/review${lang ? `?lang=${lang}` : ''}`}
      aria-current={here ? 'true' : undefined}
      className={`inline-flex min-h-8 items-center rounded-full border px-3 text-sm ${here ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-hover'}`}
    >
      {children}
    </Link>
  );
}
