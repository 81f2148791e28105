'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/app/_ui/Button';
import type { Band } from '@/lib/bitext/bands';
import { findBead } from '@/lib/bitext/find';
import { type BitextId, isNull } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import type { WorkbenchData } from '@/lib/server/editing/readWorkbench';
import { BeadGrid } from './grid/BeadGrid';
import { FilterBar } from './filter/FilterBar';
import { isFiltering, matches } from './filter/filters';
import { REFERENCE_COLUMN } from './grid/gridColumns';
import { Inspector } from './inspector/Inspector';
import { LanguageHeader } from './grid/LanguageHeader';
import type { Situation } from './commands/registry';
import { useBands } from './grid/useBands';
import { useColumns } from './grid/useColumns';
import { type Asking, useCommandRunner } from './commands/useCommandRunner';
import { useDocument } from './store/useDocument';
import { useGridFocus } from './grid/useGridFocus';
import { useSetting } from './useSetting';
import { useShortcuts } from './commands/useShortcuts';
import { useUrlFilter } from './filter/useUrlFilter';
import {
  ActionsContext,
  DocumentContext,
  type Editing,
  ViewContext,
  type ViewState,
} from './WorkbenchContext';
import { WorkbenchDialogs } from './commands/WorkbenchDialogs';
import { WorkbenchToolbar } from './WorkbenchToolbar';

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

/** The screen on which editors and reviewers spend their day. */
export function Workbench(props: WorkbenchProps) {
  const { documentId, title, data, referenceLang, langNames, actor, selfReview, rights } = props;
  const t = useTranslations('Workbench');
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
  const nameOf = (bitextId: BitextId | null) =>
    langNames[bitexts.find(({ id }) => id === bitextId)?.lang ?? referenceLang];
  const columns = useColumns(documentId, bitexts);
  const bands = useBands(state, referenceTextId, columns.shown);
  const disputed = useMemo(
    () => new Set(state.comments.filter((c) => c.kind === 'dispute' && !c.resolvedBy).map((c) => c.beadId)),
    [state.comments],
  );
  const commented = useMemo(() => new Set(state.comments.map((c) => c.beadId)), [state.comments]);

  const [filter, setFilter] = useUrlFilter();
  const bandFilter = useMemo(() => {
    if (!isFiltering(filter)) return null;
    return (band: Band, bitextId: string) =>
      (band.cells[bitextId] ?? []).some(({ bead }) => matches(filter, bead, { state, bitextId, disputed }));
  }, [filter, state, disputed]);

  const grid = useGridFocus(columns.order, disputed, data);
  const { focus } = grid;
  const found = useMemo(() => (focus ? (findBead(state, focus.beadId) ?? null) : null), [state, focus]);

  const may = useCallback(
    (what: 'edit' | 'review', bitextId: BitextId | null) => {
      const lang = bitexts.find(({ id }) => id === bitextId)?.lang;
      return lang ? rights[what].includes(lang) : what === 'edit' && rights.editReference;
    },
    [bitexts, rights],
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
    say: (key, values) => setSaid(t(`said.${key}`, { count: 0, ...values })),
    focusSearch: () => search.current?.focus(),
  });
  const cuttingKeys = useMemo(
    () => cutting && { choose: runner.chooseCut, confirm: runner.confirmCut, leave: () => setCutting(null) },
    [cutting, runner],
  );
  useShortcuts(runner.run, cuttingKeys, singleKeys);

  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [waiting]);

  const sureOf = (threshold: number) =>
    [...grid.columns.entries()]
      .filter(([bitextId]) => may('edit', bitextId))
      .flatMap(([bitextId, places]) =>
        places
          .map(({ bead }) => bead)
          .filter((bead) => bead.status === 'machine' && !isNull(bead) && (bead.confidence ?? 0) >= threshold)
          .filter((bead) => !bandFilter || matches(filter, bead, { state, bitextId, disputed })),
      );

  const moveButton = (id: string, name: string) => {
    const move = columns.moveLeft(id);
    return (
      move && (
        <Button look="quiet" small onClick={move} aria-label={t('moveLeft', { lang: name })}>
          ←
        </Button>
      )
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

  return (
    <ActionsContext value={runner.actions}>
      <DocumentContext value={documentView}>
        <ViewContext value={view}>
          <div className="flex h-full min-h-0 flex-col">
            <WorkbenchToolbar
              hiddenColumns={bitexts
                .filter(({ id }) => columns.hidden[id] === false)
                .map(({ id }) => ({ id, name: nameOf(id) }))}
              onShow={columns.show}
              saving={{ saving, waiting }}
              failure={failure}
              onDismiss={() => setFailure(null)}
            >
              <FilterBar
                filter={filter}
                onChange={setFilter}
                shown={grid.rows.length}
                all={bands.length}
                search={search}
                onLeave={() => grid.first()}
              />
            </WorkbenchToolbar>
            <div className="flex min-h-0 flex-1 max-lg:flex-col">
              <div className="min-h-0 min-w-0 flex-1">
                <BeadGrid
                  label={t('gridLabel', { title })}
                  bands={bands}
                  referenceLang={referenceLang}
                  bitexts={bitexts}
                  filter={bandFilter}
                  hidden={columns.hidden}
                  order={columns.columnOrder}
                  handle={grid.handle}
                  onRows={grid.setRows}
                  empty={t('nothingMatches')}
                  header={(bitextId) =>
                    bitextId === null ? (
                      <div className="flex flex-wrap items-center gap-x-2">
                        <span className="font-semibold">{nameOf(null)}</span>
                        <span className="text-ink-soft text-sm">{t('reference')}</span>
                        <span className="ml-auto flex">{moveButton(REFERENCE_COLUMN, nameOf(null))}</span>
                      </div>
                    ) : (
                      <LanguageHeader
                        name={nameOf(bitextId)}
                        beads={state.bitexts[bitextId].beads}
                        disputed={disputed}
                        move={moveButton(bitextId, nameOf(bitextId))}
                        onHide={columns.shown.length > 1 ? () => columns.hide(bitextId) : null}
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
            <WorkbenchDialogs
              asking={asking}
              onAnswered={() => setAsking(null)}
              state={state}
              runner={runner}
              sureOf={sureOf}
              singleKeys={singleKeys}
              onSingleKeys={setSingleKeys}
            />
          </div>
        </ViewContext>
      </DocumentContext>
    </ActionsContext>
  );
}
