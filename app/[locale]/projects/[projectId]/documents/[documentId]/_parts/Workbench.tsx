'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { Band } from '@/lib/bitext/bands';
import { findBead } from '@/lib/bitext/find';
import type { OpenedDocument } from '@/lib/server/editing/readOutline';
import { useKeymap } from './commands/KeymapContext';
import { useShortcuts } from './commands/useShortcuts';
import { WorkbenchDialogs } from './commands/WorkbenchDialogs';
import { FilterBar } from './filter/FilterBar';
import { BeadGrid } from './grid/BeadGrid';
import { ColumnHead } from './grid/ColumnHead';
import { thenFocus } from './grid/thenFocus';
import { wordsOf } from './grid/wordsOf';
import { Inspector } from './inspector/Inspector';
import { InspectorPane } from './inspector/InspectorPane';
import { People } from './live/People';
import { DotPlot } from './plot/DotPlot';
import { Radar } from './radar/Radar';
import { useJumpHistory } from './radar/useJumpHistory';
import { useRadarJump } from './radar/useRadarJump';
import { useSight } from './radar/useSight';
import { Refusals } from './store/Refusals';
import { SuggestionBar } from './suggest/SuggestionBar';
import { useSetting } from './useSetting';
import { useWorkbench } from './useWorkbench';
import { ActionsContext, DocumentContext, ViewContext } from './WorkbenchContext';
import { WorkbenchToolbar } from './WorkbenchToolbar';

export type WorkbenchProps = {
  documentId: string;
  title: string;
  opened: OpenedDocument;
  /** Fetches the document anew, since its texts are other ones now. */
  reopen: () => void;
  referenceLang: string;
  /** In the project's order, which is that of the columns until somebody moves one. */
  targetLangs: readonly string[];
  /** Names of the languages in the language of the interface, by tag. */
  langNames: Readonly<Record<string, string>>;
  actor: { id: string; name: string };
  selfReview: boolean;
  rights: { edit: readonly string[]; review: readonly string[]; editReference: boolean };
};

/** The screen on which editors and reviewers spend their day. */
export function Workbench(props: WorkbenchProps) {
  const { documentId, title, referenceLang } = props;
  const t = useTranslations('Workbench');
  const bench = useWorkbench(props);
  const {
    store,
    passages,
    state,
    bitexts,
    nameOf,
    columns,
    rows,
    grid,
    runner,
    cutting,
    setCutting,
    plotting,
  } = bench;
  const { saving, waiting } = bench.document;
  const [singleKeys, setSingleKeys] = useSetting('triptych.singleKeys', true);
  const cuttingKeys = useMemo(
    () => cutting && { choose: runner.chooseCut, confirm: runner.confirmCut, leave: () => setCutting(null) },
    [cutting, runner, setCutting],
  );
  const keymap = useKeymap();
  useShortcuts(runner.run, cuttingKeys, keymap, singleKeys, grid.first);

  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [waiting]);

  const sight = useSight();
  const leaveMark = useJumpHistory({ state, show: grid.show, setFilter: bench.setFilter });
  const jump = useRadarJump(rows, grid, sight, leaveMark);
  // The map looks at every bead: it follows once the rows are painted.
  const mapped = useDeferredValue(rows);
  const fetchWords = useCallback(
    (bands: readonly Band[]) => {
      passages.look(wordsOf(bands, store.read().state.bitexts));
      sight.tell(grid.handle.current?.sight());
    },
    [store, passages, sight, grid.handle],
  );

  const suggesting = bench.situation.pinning || bench.suggest.suggestion !== null;

  const header = (bitextId: string | null) => (
    <ColumnHead
      id={bitextId}
      name={nameOf(bitextId)}
      beads={bitextId === null ? null : state.bitexts[bitextId].beads}
      disputed={bench.disputed}
      columns={columns}
    />
  );

  return (
    <ActionsContext value={runner.actions}>
      <DocumentContext value={bench.documentView}>
        <ViewContext value={bench.view}>
          <div className="flex h-full min-h-0 min-w-0 flex-col">
            <WorkbenchToolbar
              hiddenColumns={bitexts
                .filter(({ id }) => columns.hidden[id] === false)
                .map(({ id }) => ({ id, name: nameOf(id) }))}
              onShow={(id) => thenFocus(() => columns.show(id), `[data-column-head="${id}"]`)}
              saving={{ saving, waiting }}
              aligning={bench.live.jobs.map(({ bitextId, progress }) => ({
                id: bitextId,
                lang: nameOf(bitextId),
                share: progress,
              }))}
              people={
                <People
                  state={bench.live.state}
                  others={bench.live.others}
                  onGo={grid.show}
                  onRetry={bench.live.retry}
                />
              }
              failure={bench.failure}
              onDismiss={() => bench.setFailure(null)}
            >
              <FilterBar
                filter={bench.filter}
                onChange={bench.setFilter}
                searching={bench.searching}
                shown={rows.count}
                all={rows.rows.count}
                search={bench.search}
                onLeave={() => grid.first()}
              />
            </WorkbenchToolbar>
            <div className="flex min-h-0 flex-1 max-lg:flex-col">
              <div className="relative min-h-0 min-w-0 flex-1">
                <BeadGrid
                  label={t('gridLabel', { title })}
                  grid={rows}
                  referenceLang={referenceLang}
                  bitexts={bitexts}
                  hidden={columns.hidden}
                  order={columns.columnOrder}
                  handle={grid.handle}
                  onSight={fetchWords}
                  empty={t('nothingMatches')}
                  header={header}
                  foot={bench.document.refusals.length > 0 ? 'list' : suggesting ? 'line' : 'none'}
                />
                <SuggestionBar suggest={bench.suggest} pinning={bench.situation.pinning} run={runner.run} />
                <Refusals
                  refusals={bench.document.refusals}
                  onShow={(beadId) => {
                    const at = findBead(state, beadId);
                    if (at) grid.show({ bitextId: at.bitext.id, beadId });
                  }}
                  onSettle={(refusal, again) => {
                    store.settleRefusal(refusal, again);
                    grid.first();
                  }}
                />
              </div>
              {bench.radar && <Radar grid={mapped} nameOf={nameOf} sight={sight} jump={jump} />}
              <InspectorPane situation={bench.situation}>
                <Inspector
                  documentId={documentId}
                  situation={bench.situation}
                  people={bench.people}
                  isConnected={bench.live.state === 'live'}
                  isSaved={saving === 'saved'}
                  onMarks={bench.setMarks}
                  lit={bench.lit}
                  onLight={bench.setLit}
                  onFound={bench.checks.learn}
                  onEdit={runner.edit}
                  onRevert={(eventId) => void store.revert(eventId)}
                />
              </InspectorPane>
            </div>
            <div role="status" aria-live="polite" className="sr-only">
              <span key={bench.said.turn}>{bench.said.text}</span>
            </div>
            <DotPlot
              documentId={documentId}
              plot={plotting.plot}
              onLook={plotting.look}
              nameOf={nameOf}
              onClose={plotting.close}
              onGo={(at) => {
                // At once: the dialog gives focus back when it closes, and then the bead takes it.
                const isMarked = flushSync(plotting.leave);
                jump.to(at, isMarked);
              }}
            />
            <WorkbenchDialogs
              asking={bench.asking}
              onAnswered={() => bench.setAsking(null)}
              state={state}
              runner={runner}
              situation={bench.situation}
              sureOf={bench.sureOf}
              singleKeys={singleKeys}
              onSingleKeys={setSingleKeys}
            />
          </div>
        </ViewContext>
      </DocumentContext>
    </ActionsContext>
  );
}
