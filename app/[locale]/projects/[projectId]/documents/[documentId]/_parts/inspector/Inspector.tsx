'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/app/_ui/Button';
import { Kbd } from '@/app/_ui/Kbd';
import { StatusMark } from '@/app/_ui/StatusMark';
import type { BeadCommand } from '@/lib/bitext/commands';
import { correctionsIn, innerSegmentBorders } from '@/lib/bitext/segments';
import { isNull } from '@/lib/bitext/types';
import type { BeadChecks } from '@/lib/server/checks/readBeadChecks';
import { useKeymap } from '../commands/KeymapContext';
import { FIXED } from '../commands/keymap';
import { keyCaps } from '../commands/keys';
import { COMMANDS, type CommandId, type Group, isAvailable, type Situation } from '../commands/registry';
import { useSetting } from '../useSetting';
import { useActions, useDocumentView } from '../WorkbenchContext';
import { BeadFindings } from './BeadFindings';
import { BeadHistory } from './BeadHistory';
import type { Marks } from './marks';
import { shownConfidence } from './shownConfidence';
import { useAgo } from './useAgo';
import { Why } from './Why';

type Props = {
  documentId: string;
  situation: Situation;
  people: Readonly<Record<string, string>>;
  /** The server is heard. */
  isConnected: boolean;
  /** The server has all that was done here. */
  isSaved: boolean;
  /** What of the words is to stand out in the grid. */
  onMarks: (marks: Marks) => void;
  lit: number | null;
  onLight: (pair: number | null) => void;
  onFound: (beadId: string, checks: BeadChecks) => void;
  onEdit: (commands: BeadCommand[]) => boolean;
  onRevert: (eventId: string) => void;
};

/** The groups of the registry that are about one bead. */
const SHOWN_GROUPS: readonly Group[] = ['decide', 'review', 'suggest', 'shape', 'text', 'discuss'];

/** The focused bead: what it is, all that can be done with it, what was said and done. */
export function Inspector({
  documentId,
  situation,
  people,
  isConnected,
  isSaved,
  onMarks,
  lit,
  onLight,
  onFound,
  onEdit,
  onRevert,
}: Props) {
  const t = useTranslations('Inspector');
  const names = useTranslations('Commands');
  const status = useTranslations('Status');
  const format = useFormatter();
  const keymap = useKeymap();
  const ago = useAgo();
  const { state } = useDocumentView();
  const { run } = useActions();
  const [commandsOpen, setCommandsOpen] = useSetting('triptych.commandsOpen', true);
  const { found } = situation;
  if (!found) return <p className="p-5 text-ink-soft">{t('empty')}</p>;
  const { bead, bitext } = found;
  const comments = state.comments.filter((comment) => comment.beadId === bead.id);
  const readings = ([bitext.sourceTextId, bitext.targetTextId] as const)
    .flatMap((id, k) => correctionsIn(state.texts[id], k ? bead.target : bead.source))
    .map((correction) => correction.reading)
    .join();
  const version = `${bead.revision} ${readings}`;
  const groups = SHOWN_GROUPS.map((group) =>
    COMMANDS.filter((row) => row.group === group && isShown(row.id, situation)),
  ).filter((rows) => rows.length > 0);
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
  ].filter(
    ({ textId, at }) =>
      situation.mayEdit && state.texts[textId].borders.some((b) => b.at === at && b.kind === 'editor'),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-5 max-lg:gap-3 max-lg:p-4">
      <section className="grid gap-1.5">
        <h2 className="flex items-center gap-2 font-semibold">
          <StatusMark status={bead.status} />
          {status(bead.status)}
        </h2>
        <p className="text-ink-soft text-sm">
          {bead.origin === 'machine' && bead.confidence !== null
            ? t('byMachine', { share: shownConfidence(bead.confidence) })
            : authors.length
              ? t('byPeople', { names: format.list(authors) })
              : t('imported')}
          {bead.origin === 'machine' && authors.length > 0 && (
            <> {t('vouchedBy', { names: format.list(authors) })}</>
          )}
        </p>
      </section>
      {!situation.ghosting && !isNull(bead) && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-2" aria-label={t('why')}>
          <h3 className="font-medium text-sm">{t('why')}</h3>
          <Why
            documentId={documentId}
            found={found}
            version={version}
            isConnected={isConnected}
            isSaved={isSaved}
            lit={lit}
            onLight={onLight}
            onMarks={onMarks}
            onEdit={onEdit}
            mayEdit={situation.mayEdit}
          />
        </section>
      )}
      {!situation.ghosting && (
        <section className="grid gap-2" aria-label={t('checks')}>
          <h3 className="font-medium text-sm">{t('checks')}</h3>
          <BeadFindings
            key={bead.id}
            documentId={documentId}
            found={found}
            version={`${version} ${isConnected}`}
            mayEdit={situation.mayEdit}
            onFound={onFound}
            onEdit={onEdit}
          />
        </section>
      )}
      <details
        open={commandsOpen}
        onToggle={(event) => setCommandsOpen(event.currentTarget.open)}
        className="-mx-2"
      >
        <summary className="px-2 pb-2 font-medium text-sm">{t('commands')}</summary>
        <div className="grid gap-2">
          {!situation.mayEdit && (
            <p className="px-2 text-ink-soft text-sm">
              {situation.edits.length
                ? t('editsOnly', { langs: format.list(situation.edits) })
                : t('readsOnly')}
            </p>
          )}
          {groups.map((rows) => (
            <div
              key={rows[0].group}
              className="flex flex-wrap border-line border-t pt-2 first:border-t-0 first:pt-0 lg:grid"
            >
              {rows.map(({ id }) => (
                <button
                  key={id}
                  type="button"
                  disabled={!isAvailable(id, situation)}
                  onClick={() => run(id)}
                  aria-keyshortcuts={keymap[id][0]?.replace('Ctrl', 'Control')}
                  className="flex min-h-8 items-center justify-between gap-3 rounded-md px-2 text-left text-sm hover:bg-hover max-lg:border max-lg:border-line max-lg:m-0.5 disabled:pointer-events-none disabled:opacity-50"
                >
                  {names(id)}
                  <span className="flex shrink-0 gap-0.5 max-lg:hidden">
                    {keyCaps(keymap[id][0] ?? '').map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </span>
                </button>
              ))}
            </div>
          ))}
          {joinable.map(({ textId, at }) => (
            <Button
              key={`${textId}:${at}`}
              small
              onClick={() => onEdit([{ type: 'joinSegments', text: textId, at }])}
              className="mx-2"
            >
              {t('joinSegments')}
            </Button>
          ))}
        </div>
      </details>
      <section className="grid gap-2" aria-label={t('discussion')}>
        <h3 className="font-medium text-sm">{t('discussion')}</h3>
        {comments.length === 0 && <p className="text-ink-soft text-sm">{t('noComments')}</p>}
        {comments.map((comment) => (
          <article key={comment.id} className="rounded-md border border-line bg-paper p-3 text-sm">
            <p className="mb-1 flex flex-wrap gap-x-2 text-ink-soft text-xs">
              <span className="font-medium text-ink">{people[comment.authorId] ?? t('you')}</span>
              <time dateTime={comment.createdAt}>{ago(comment.createdAt)}</time>
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
              <Button
                small
                className="mt-2"
                onClick={() => onEdit([{ type: 'resolve', bead: bead.id, comment: comment.id }])}
              >
                {t('resolve')}
              </Button>
            )}
          </article>
        ))}
      </section>
      <BeadHistory
        key={bead.id}
        documentId={documentId}
        beadId={bead.id}
        version={`${bead.revision} ${comments.map((comment) => comment.resolvedBy).join()} ${isConnected}`}
        mayEdit={situation.mayEdit}
        onRevert={onRevert}
      />
    </div>
  );
}

/** Reviewing buttons only for reviewers; reopening only where there is something to reopen. */
function isShown(id: CommandId, situation: Situation): boolean {
  const group = COMMANDS.find((row) => row.id === id)!.group;
  if (group === 'review') return situation.mayReview;
  if (id === 'confirmMany') return false;
  if (FIXED.has(id)) return isAvailable(id, situation);
  if (id === 'reopen') return isAvailable(id, situation);
  return situation.mayEdit;
}
