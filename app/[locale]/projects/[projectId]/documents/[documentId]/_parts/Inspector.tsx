'use client';

import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import { StatusMark } from '@/app/_ui/StatusMark';
import { innerSegmentBorders } from '@/lib/bitext/segments';
import type { BeadHistoryEntry } from '@/lib/server/editing/readBeadHistory';
import { beadHistory } from '../actions';
import { keyCaps } from './keys';
import { COMMANDS, type CommandId, isAvailable, keysOf, type Situation } from './registry';
import { useActions, useDocumentView } from './WorkbenchContext';

type Props = {
  documentId: string;
  situation: Situation;
  people: Readonly<Record<string, string>>;
  onResolve: (commentId: string) => void;
  onJoinSegments: (textId: string, at: number) => void;
};

const BUTTONS: readonly CommandId[] = [
  'confirm',
  'approve',
  'return',
  'reopen',
  'pullUp',
  'pushDown',
  'pullUpTarget',
  'pushDownTarget',
  'join',
  'cut',
  'setNull',
  'correct',
  'comment',
  'dispute',
];

/** The focused bead: what it is, all that can be done with it, what was said and done. */
export function Inspector({ documentId, situation, people, onResolve, onJoinSegments }: Props) {
  const t = useTranslations('Inspector');
  const names = useTranslations('Commands');
  const status = useTranslations('Status');
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const { state } = useDocumentView();
  const { run } = useActions();
  const { found } = situation;
  if (!found) return <p className="p-5 text-ink-soft">{t('empty')}</p>;
  const { bead, bitext } = found;
  const comments = state.comments.filter((comment) => comment.beadId === bead.id);
  const authors = bead.authors.map((id) => people[id] ?? t('somebody'));
  const joinable = [
    ...innerSegmentBorders(state.texts[bitext.targetTextId], bead.target).map((at) => ({
      textId: bitext.targetTextId,
      at,
    })),
    ...innerSegmentBorders(state.texts[bitext.sourceTextId], bead.source).map((at) => ({
      textId: bitext.sourceTextId,
      at,
    })),
  ].filter(({ textId, at }) => state.texts[textId].borders.some((b) => b.at === at && b.kind === 'editor'));
  return (
    <div className="grid gap-5 p-5">
      <section className="grid gap-1.5">
        <h2 className="flex items-center gap-2 font-semibold">
          <StatusMark status={bead.status} />
          {status(bead.status)}
        </h2>
        <p className="text-ink-soft text-sm">
          {bead.origin === 'machine' && bead.confidence !== null
            ? t('byMachine', { share: bead.confidence })
            : authors.length
              ? t('byPeople', { names: format.list(authors) })
              : t('imported')}
        </p>
      </section>
      <section className="grid grid-cols-2 gap-1.5" aria-label={t('commands')}>
        {BUTTONS.filter((id) => isShown(id, situation)).map((id) => (
          <Button
            key={id}
            small
            look={id === 'confirm' || id === 'approve' ? 'primary' : 'plain'}
            disabled={!isAvailable(id, situation)}
            onClick={() => run(id)}
            title={keyCaps(keysOf(id)[0]).join(' + ')}
            className="h-auto whitespace-normal py-1 text-left"
            aria-keyshortcuts={keysOf(id)[0].replace('Ctrl', 'Control')}
          >
            {names(id)}
          </Button>
        ))}
        {joinable.map(({ textId, at }) => (
          <Button
            key={`${textId}:${at}`}
            small
            onClick={() => onJoinSegments(textId, at)}
            className="h-auto whitespace-normal py-1"
          >
            {t('joinSegments')}
          </Button>
        ))}
      </section>
      <section className="grid gap-2" aria-label={t('discussion')}>
        <h3 className="font-medium text-sm">{t('discussion')}</h3>
        {comments.length === 0 && <p className="text-ink-soft text-sm">{t('noComments')}</p>}
        {comments.map((comment) => (
          <article key={comment.id} className="rounded-md border border-line bg-paper p-3 text-sm">
            <p className="mb-1 flex flex-wrap gap-x-2 text-ink-soft text-xs">
              <span className="font-medium text-ink">{people[comment.authorId] ?? t('you')}</span>
              <time dateTime={comment.createdAt}>
                {format.relativeTime(new Date(comment.createdAt), now)}
              </time>
              {comment.kind !== 'comment' && (
                <span className="font-medium text-bad">{t(`kinds.${comment.kind}`)}</span>
              )}
              {comment.resolvedBy && (
                <span className="text-good">
                  {t('resolved', { name: people[comment.resolvedBy] ?? t('you') })}
                </span>
              )}
            </p>
            <p className="whitespace-pre-wrap break-words">{comment.body}</p>
            {comment.kind === 'dispute' && !comment.resolvedBy && situation.mayEdit && (
              <Button small className="mt-2" onClick={() => onResolve(comment.id)}>
                {t('resolve')}
              </Button>
            )}
          </article>
        ))}
      </section>
      <BeadHistory key={bead.id} documentId={documentId} beadId={bead.id} revision={bead.revision} />
    </div>
  );
}

/** Reviewing buttons only for reviewers; reopening only where there is something to reopen. */
function isShown(id: CommandId, situation: Situation): boolean {
  const group = COMMANDS.find((row) => row.id === id)!.group;
  if (group === 'review') return situation.mayReview;
  if (id === 'reopen') return isAvailable(id, situation);
  return situation.mayEdit;
}

function BeadHistory({
  documentId,
  beadId,
  revision,
}: {
  documentId: string;
  beadId: string;
  revision: number;
}) {
  const t = useTranslations('BeadHistory');
  const names = useTranslations('Commands');
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const [entries, setEntries] = useState<BeadHistoryEntry[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new line of history.
  useEffect(() => {
    let current = true;
    // Moving through the grid should not ask for the history of every bead on the way.
    const timer = setTimeout(async () => {
      const answer = await beadHistory({ documentId, beadId }).catch(() => null);
      if (current && answer?.ok) setEntries(answer.value);
    }, 350);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [documentId, beadId, revision]);
  return (
    <section className="grid gap-2" aria-label={t('title')}>
      <h3 className="font-medium text-sm">{t('title')}</h3>
      {entries === null && <p className="text-ink-soft text-sm">{t('loading')}</p>}
      {entries?.length === 0 && <p className="text-ink-soft text-sm">{t('none')}</p>}
      <ol className="grid gap-1.5 text-sm">
        {entries?.map((entry) => (
          <li key={entry.id}>
            <span className="font-medium">{entry.actor}</span>{' '}
            <span>
              {entry.kind === 'edit'
                ? format.list(entry.commands.map((type) => commandName(names, type)))
                : t(`kinds.${entry.kind}`)}
            </span>
            <time className="block text-ink-soft text-xs" dateTime={entry.at}>
              {format.relativeTime(new Date(entry.at), now)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

const commandName = (t: ReturnType<typeof useTranslations<'Commands'>>, type: string): string =>
  t.has(type as 'confirm') ? t(type as 'confirm') : type;
