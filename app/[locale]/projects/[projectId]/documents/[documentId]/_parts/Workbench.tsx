'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/app/_ui/Button';
import { Notice } from '@/app/_ui/Notice';
import { useErrorText } from '@/app/_ui/useErrorText';
import { type Band, bandsOf } from '@/lib/bitext/bands';
import { findBead } from '@/lib/bitext/find';
import type { BitextId } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { WorkbenchData } from '@/lib/server/editing/readWorkbench';
import { BeadGrid } from './BeadGrid';
import { ConfirmManyDialog } from './ConfirmManyDialog';
import { FilterBar } from './FilterBar';
import { type Filter, isFiltering, matches, readFilter, writeFilter } from './filters';
import { REFERENCE_COLUMN } from './gridColumns';
import { HelpDialog } from './HelpDialog';
import { Inspector } from './Inspector';
import { isShortcut, isSingleKey } from './keys';
import { LanguageHeader } from './LanguageHeader';
import { ReasonDialog } from './ReasonDialog';
import { RemarkDialog } from './RemarkDialog';
import { COMMANDS, type Situation } from './registry';
import { reuseBands } from './reuseBands';
import { SaveMark } from './SaveMark';
import { type Asking, type SaidKey, useCommandRunner } from './useCommandRunner';
import { useDocument } from './useDocument';
import { useGridFocus } from './useGridFocus';
import { useSetting } from './useSetting';
import {
  ActionsContext,
  DocumentContext,
  type Editing,
  ViewContext,
  type ViewState,
} from './WorkbenchContext';

export type WorkbenchProps = {
  documentId: string;
  title: string;
  data: WorkbenchData;
  referenceLang: string;
  /** Names of the languages in the language of the interface, by tag. */
  langNames: Readonly<Record<string, string>>;
  actor: { id: string; name: string };
  selfReview: boolean;
  rights: { edit: readonly string[]; review: readonly string[]; editReference: boolean };
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;

/** The screen on which editors and reviewers spend their day. */
export function Workbench(props: WorkbenchProps) {
  const { documentId, title, data, referenceLang, langNames, actor, selfReview, rights } = props;
  const t = useTranslations('Workbench');
  const errorText = useErrorText();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { store, state, saving, waiting } = useDocument(
    documentId,
    data,
    { id: actor.id, selfReview },
    setFailure,
  );
  const people = useMemo(() => ({ ...data.people, [actor.id]: actor.name }), [data.people, actor]);

  // Texts come and go with the page, not with edits.
  const bitexts = useMemo(
    () =>
      Object.values(data.bitexts)
        .map(({ id, targetTextId }) => ({ id, lang: data.texts[targetTextId].lang }))
        .sort((a, b) => (a.lang < b.lang ? 1 : -1)),
    [data],
  );
  const referenceTextId = Object.values(state.texts).find((text) => text.lang === referenceLang)!.id;
  const [hidden, setHidden] = useSetting<Record<string, boolean>>(`triptych.hidden.${documentId}`, {});
  const [stored, setOrder] = useSetting<string[]>(`triptych.order.${documentId}`, []);
  const columnOrder = useMemo(() => {
    const all = [REFERENCE_COLUMN, ...bitexts.map(({ id }) => id)];
    const known = stored.filter((id) => all.includes(id));
    return [...known, ...all.filter((id) => !known.includes(id))];
  }, [bitexts, stored]);
  const shown = useMemo(
    () =>
      columnOrder
        .flatMap((id) => bitexts.filter((bitext) => bitext.id === id))
        .filter(({ id }) => hidden[id] !== false),
    [bitexts, columnOrder, hidden],
  );
  const order = useMemo(() => shown.map(({ id }) => id), [shown]);

  const disputed = useMemo(
    () => new Set(state.comments.filter((c) => c.kind === 'dispute' && !c.resolvedBy).map((c) => c.beadId)),
    [state.comments],
  );
  const commented = useMemo(() => new Set(state.comments.map((c) => c.beadId)), [state.comments]);
  const earlier = useRef<Band[]>([]);
  const bands = useMemo(() => {
    earlier.current = reuseBands(
      earlier.current,
      bandsOf(
        state.texts[referenceTextId],
        shown.map(({ id }) => state.bitexts[id]),
      ),
    );
    return earlier.current;
  }, [state.texts, state.bitexts, referenceTextId, shown]);

  const [filter, setFilter] = useState<Filter>(() => readFilter(new URLSearchParams(window.location.search)));
  const changeFilter = useCallback((next: Filter) => {
    setFilter(next);
    const params = writeFilter(new URLSearchParams(window.location.search), next);
    window.history.replaceState(null, '', params.size ? `?${params}` : window.location.pathname);
  }, []);
  const bandFilter = useMemo(() => {
    if (!isFiltering(filter)) return null;
    return (band: Band, bitextId: string) =>
      (band.cells[bitextId] ?? []).some(({ bead }) => matches(filter, bead, { state, bitextId, disputed }));
  }, [filter, state, disputed]);

  const initialFocus = useMemo(() => {
    const found = findBead(data, new URLSearchParams(window.location.search).get('bead') ?? '');
    return found ? { bitextId: found.bitext.id, beadId: found.bead.id } : null;
  }, [data]);
  const grid = useGridFocus(order, disputed, initialFocus);
  const { focus } = grid;
  const found = useMemo(() => (focus ? (findBead(state, focus.beadId) ?? null) : null), [state, focus]);
  useEffect(() => {
    if (!focus) return;
    const params = new URLSearchParams(window.location.search);
    params.set('bead', focus.beadId);
    window.history.replaceState(null, '', `?${params}`);
  }, [focus]);
  const reached = useRef(false);
  useEffect(() => {
    // A deep link: bring its bead into view once, when the rows are known.
    if (reached.current || !grid.rows.length) return;
    reached.current = true;
    if (initialFocus)
      grid.goTo(
        initialFocus.bitextId,
        grid.columns.get(initialFocus.bitextId)?.find(({ bead }) => bead.id === initialFocus.beadId),
      );
  }, [grid, initialFocus]);

  const langOf = useCallback(
    (bitextId: BitextId) => bitexts.find(({ id }) => id === bitextId)?.lang,
    [bitexts],
  );
  const may = useCallback(
    (what: 'edit' | 'review', bitextId: BitextId | null) => {
      const lang = bitextId && langOf(bitextId);
      return lang ? rights[what].includes(lang) : what === 'edit' && rights.editReference;
    },
    [langOf, rights],
  );
  const situation: Situation = {
    found,
    disputed: !!found && disputed.has(found.bead.id),
    actorId: actor.id,
    selfReview,
    mayEdit: focus ? may('edit', focus.bitextId) : rights.edit.length > 0,
    mayReview: focus ? may('review', focus.bitextId) : rights.review.length > 0,
  };

  const [editing, setEditing] = useState<Editing | null>(null);
  const [cutting, setCutting] = useState<ViewState['cutting']>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [said, setSaid] = useState('');
  const [singleKeys, setSingleKeys] = useSetting('triptych.singleKeys', true);
  const search = useRef<HTMLInputElement>(null);
  const runner = useCommandRunner({
    store,
    grid,
    situation,
    setEditing,
    cutting,
    setCutting,
    ask: setAsking,
    say: (key: SaidKey, values) => setSaid(t(`said.${key}`, { count: 0, ...values })),
    focusSearch: () => search.current?.focus(),
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') || isTyping(event.target)) return;
      const inGrid = event.target instanceof Element && event.target.closest('[role="grid"]') !== null;
      if (cutting) {
        const act = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (act) runner.chooseCut(act);
        else if (event.key === 'Enter') runner.confirmCut();
        else if (event.key === 'Escape') setCutting(null);
        else return;
        event.preventDefault();
        return;
      }
      for (const row of COMMANDS) {
        const shortcut = row.keys.find((keys) => isShortcut(event, keys));
        if (!shortcut) continue;
        const everywhere =
          row.group === 'history' || row.id === 'help' || row.id === 'search' || row.id === 'confirmMany';
        const nowhere = !inGrid && event.target !== document.body;
        if ((nowhere && !everywhere) || (isSingleKey(shortcut) && !singleKeys)) continue;
        if (runner.run(row.id)) event.preventDefault();
        return;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [runner, cutting, singleKeys]);

  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [waiting]);

  const sure = (threshold: number) =>
    [...grid.columns.entries()].flatMap(([bitextId, places]) =>
      may('edit', bitextId)
        ? places.filter(
            ({ bead }) =>
              bead.status === 'machine' &&
              bead.confidence !== null &&
              bead.confidence >= threshold &&
              bead.source.start < bead.source.end &&
              bead.target.start < bead.target.end &&
              (!bandFilter || matches(filter, bead, { state, bitextId, disputed })),
          )
        : [],
    );

  const moveLeft = (id: string, name: string) => {
    const visible = columnOrder.filter((one) => hidden[one] !== false);
    const left = visible[visible.indexOf(id) - 1];
    if (!left) return null;
    const move = () => {
      const rest = columnOrder.filter((one) => one !== id);
      setOrder(rest.toSpliced(rest.indexOf(left), 0, id));
    };
    return (
      <Button
        look="quiet"
        small
        className="ml-auto"
        onClick={move}
        aria-label={t('moveLeft', { lang: name })}
      >
        ←
      </Button>
    );
  };

  const view: ViewState = {
    focus,
    entry: grid.entry,
    grab: grid.grab,
    editing,
    cutting,
    focusedBead: found?.bead ?? null,
    mayEdit: (bitextId) => may('edit', bitextId),
  };
  const documentView = useMemo(
    () => ({ state, disputed, commented, referenceTextId }),
    [state, disputed, commented, referenceTextId],
  );
  const asked = asking && 'beadId' in asking ? findBead(state, asking.beadId) : null;
  // At once, because the dialog gives focus back when it closes: what follows then decides where focus goes.
  const close = () => flushSync(() => setAsking(null));

  return (
    <ActionsContext value={runner.actions}>
      <DocumentContext value={documentView}>
        <ViewContext value={view}>
          <div className="flex h-full min-h-0 flex-col">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2">
              <FilterBar
                filter={filter}
                onChange={changeFilter}
                shown={grid.rows.length}
                all={bands.length}
                search={search}
              />
              <div className="ml-auto flex items-center gap-1.5">
                {shown.length < bitexts.length &&
                  bitexts
                    .filter(({ id }) => hidden[id] === false)
                    .map(({ id, lang }) => (
                      <Button key={id} small onClick={() => setHidden({ ...hidden, [id]: true })}>
                        {t('show', { lang: langNames[lang] })}
                      </Button>
                    ))}
                <SaveMark saving={saving} waiting={waiting} />
                <Button small look="quiet" onClick={() => runner.run('undo')} title="Ctrl + Z">
                  {t('undo')}
                </Button>
                <Button small look="quiet" onClick={() => runner.run('redo')} title="Ctrl + Shift + Z">
                  {t('redo')}
                </Button>
                <Button small look="quiet" onClick={() => setAsking({ what: 'help' })} title="?">
                  {t('help')}
                </Button>
              </div>
            </div>
            {failure && (
              <div className="border-line border-b px-4 py-2">
                <Notice tone="bad" className="flex items-center justify-between gap-4 py-1.5">
                  <span>{errorText(failure)}</span>
                  <Button small look="quiet" onClick={() => setFailure(null)}>
                    {t('dismiss')}
                  </Button>
                </Notice>
              </div>
            )}
            <div className="flex min-h-0 flex-1 max-lg:flex-col">
              <div className="min-h-0 min-w-0 flex-1">
                <BeadGrid
                  label={t('gridLabel', { title })}
                  bands={bands}
                  referenceLang={referenceLang}
                  bitexts={bitexts}
                  filter={bandFilter}
                  hidden={hidden}
                  order={columnOrder}
                  handle={grid.handle}
                  onRows={grid.setRows}
                  empty={t('nothingMatches')}
                  header={(bitextId) =>
                    bitextId === null ? (
                      <div className="flex flex-wrap items-center gap-x-2">
                        <span className="font-semibold">{langNames[referenceLang]}</span>
                        <span className="text-ink-soft text-sm">{t('reference')}</span>
                        <span className="ml-auto flex">
                          {moveLeft(REFERENCE_COLUMN, langNames[referenceLang])}
                        </span>
                      </div>
                    ) : (
                      <LanguageHeader
                        name={langNames[langOf(bitextId)!]}
                        beads={state.bitexts[bitextId].beads}
                        disputed={disputed}
                        move={moveLeft(bitextId, langNames[langOf(bitextId)!])}
                        onHide={shown.length > 1 ? () => setHidden({ ...hidden, [bitextId]: false }) : null}
                      />
                    )
                  }
                />
              </div>
              <aside
                aria-label={t('inspector')}
                className="w-80 shrink-0 overflow-auto border-line border-l bg-surface max-lg:max-h-[38dvh] max-lg:w-full max-lg:border-t max-lg:border-l-0"
              >
                <Inspector
                  documentId={documentId}
                  situation={situation}
                  people={people}
                  onResolve={(comment) => store.edit([{ type: 'resolve', bead: found!.bead.id, comment }])}
                  onJoinSegments={(text, at) => store.edit([{ type: 'joinSegments', text, at }])}
                />
              </aside>
            </div>
            <div role="status" aria-live="polite" className="sr-only">
              {said}
            </div>
            <RemarkDialog
              what={
                asking?.what === 'comment' || asking?.what === 'dispute' || asking?.what === 'return'
                  ? asking.what
                  : null
              }
              onClose={close}
              onSend={(body) => {
                if (asking && 'beadId' in asking && asking.what !== 'reason')
                  runner.remark(asking.what, asking.beadId, body);
              }}
            />
            <ReasonDialog
              open={asking?.what === 'reason'}
              splits={
                !!asked &&
                asked.bead.source.start < asked.bead.source.end &&
                asked.bead.target.start < asked.bead.target.end
              }
              onClose={close}
              onChoose={(reason) => {
                if (asking?.what !== 'reason' || !asked) return;
                const { source, target } = asked.bead;
                close();
                runner.setReason(
                  asking.beadId,
                  reason,
                  source.start === source.end || target.start === target.end,
                );
              }}
            />
            <ConfirmManyDialog
              open={asking?.what === 'confirmMany'}
              countAt={(threshold) => sure(threshold).length}
              onClose={close}
              onConfirm={(threshold) => {
                const beads = sure(threshold);
                close();
                const edited = store.edit(beads.map(({ bead }) => ({ type: 'confirm', bead: bead.id })));
                if (edited.ok) setSaid(t('said.confirmedMany', { count: beads.length }));
              }}
            />
            <HelpDialog
              open={asking?.what === 'help'}
              onClose={close}
              singleKeys={singleKeys}
              onSingleKeys={setSingleKeys}
            />
          </div>
        </ViewContext>
      </DocumentContext>
    </ActionsContext>
  );
}
