'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { findBead, positionOf } from '@/lib/bitext/find';
import { needsAttention } from '@/lib/bitext/progress';
import { type Bead, type BitextId, isNull } from '@/lib/bitext/types';
import type { Failure } from '@/lib/result';
import { heedsDiacritics } from '@/lib/text/heedsDiacritics';
import { langInSentence } from '../../../../../_parts/langNames';
import type { Situation } from './commands/registry';
import type { Asking, SaidKey, SaidValues } from './commands/runner/parts';
import { useCommandRunner } from './commands/useCommandRunner';
import { useFacts } from './filter/useFacts';
import { useUrlFilter } from './filter/useUrlFilter';
import { nextWaiting, type Order } from './grid/gridSteps';
import { useColumns } from './grid/useColumns';
import { useGridFocus } from './grid/useGridFocus';
import { useGridRows } from './grid/useGridRows';
import { NO_MARKS } from './inspector/marks';
import { useFindings } from './inspector/useFindings';
import { useLive } from './live/useLive';
import { usePlot } from './plot/usePlot';
import { useDocument } from './store/useDocument';
import { useSuggestion } from './suggest/useSuggestion';
import { useSetting } from './useSetting';
import type { WorkbenchProps } from './Workbench';
import type { DocumentView, Editing, Focus, ViewState } from './WorkbenchContext';

/** Everything that the workbench knows and does, wired together; the component only lays it out. */
export function useWorkbench(props: WorkbenchProps) {
  const { documentId, opened, referenceLang, targetLangs, langNames, actor, selfReview, rights } = props;
  const t = useTranslations('Workbench');
  const names = useTranslations('Commands');
  const done = useTranslations('BeadHistory');
  const format = useFormatter();
  const locale = useLocale();
  const [failure, setFailure] = useState<Failure | null>(null);
  const document = useDocument(documentId, opened, { id: actor.id, selfReview }, setFailure, props.reopen);
  const { store, passages } = document;

  // Texts come and go with the page, not with edits.
  const bitexts = useMemo(() => {
    const langOf = new Map(opened.texts.map(({ id, lang }) => [id, lang]));
    return opened.bitexts
      .map(({ id, targetTextId }) => ({ id, lang: langOf.get(targetTextId)! }))
      .sort((a, b) => targetLangs.indexOf(a.lang) - targetLangs.indexOf(b.lang));
  }, [opened, targetLangs]);
  const referenceTextId = opened.texts.find((text) => text.lang === referenceLang)!.id;
  const nameOf = useCallback(
    (bitextId: BitextId | null) =>
      langNames[bitexts.find(({ id }) => id === bitextId)?.lang ?? referenceLang],
    [bitexts, langNames, referenceLang],
  );
  const may = useCallback(
    (what: 'edit' | 'review', bitextId: BitextId | null) => {
      const lang = bitexts.find(({ id }) => id === bitextId)?.lang;
      return lang ? rights[what].includes(lang) : what === 'edit' && rights.editReference;
    },
    [bitexts, rights],
  );

  const suggest = useSuggestion(documentId, store, document.state, setFailure);
  const state = suggest.preview ?? document.state;
  const checks = useFindings(documentId, store);
  const live = useLive(documentId, store, opened.seq);
  const [filter, setFilter] = useUrlFilter();
  const facts = useFacts(documentId, state, filter, checks.findings, setFailure);
  const { disputed, commented } = facts;
  const columns = useColumns(documentId, bitexts);
  const rows = useGridRows(state, referenceTextId, columns.shown, facts.test);
  const grid = useGridFocus(state, rows, columns.order);
  const { focus } = grid;
  const found = useMemo(() => (focus ? (findBead(state, focus.beadId) ?? null) : null), [state, focus]);

  const [editing, setEditing] = useState<Editing | null>(null);
  const [cutting, setCutting] = useState<ViewState['cutting']>(null);
  const [pin, setPin] = useState<ViewState['pin']>(null);
  const [marks, setMarks] = useState(NO_MARKS);
  const [lit, setLit] = useState<number | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const [order, setOrder] = useSetting<Order>('triptych.order', 'text');
  const [radar, setRadar] = useSetting('triptych.radar', true);
  const plotting = usePlot(state);
  const search = useRef<HTMLInputElement>(null);

  const situation: Situation = {
    found,
    disputed: !!found && disputed.has(found.bead.id),
    actorId: actor.id,
    selfReview,
    mayEdit: focus ? may('edit', focus.bitextId) : rights.edit.length > 0,
    mayReview: focus ? may('review', focus.bitextId) : rights.review.length > 0,
    edits: rights.edit.map((lang) => langInSentence(locale, lang)),
    ghosting: suggest.ghosts.size > 0,
    pinning: pin !== null,
  };

  const say = (key: SaidKey, { count = 0, command, took = [], langs = [] }: SaidValues = {}) => {
    const name = command ? names(command as 'confirm').replace(/…$/, '') : '';
    const what = format.list(took.map((one) => done('done', { command: one })));
    // The same words again are said again.
    const values = { count, command: name, what, langs: format.list(langs) };
    setSaid((now) => ({ text: t(`said.${key}`, values), turn: now.turn + 1 }));
    // What went wrong before is past.
    setFailure(null);
  };
  const goOn = (at: Focus, done: ReadonlySet<string> = new Set()): boolean => {
    const bitext = store.read().state.bitexts[at.bitextId];
    const index = positionOf(bitext, at.beadId);
    const waits = (bead: Bead) => !done.has(bead.id) && needsAttention(bead, disputed.has(bead.id));
    const next = nextWaiting(rows, bitext, index, order, waits);
    if (next && grid.goTo(at.bitextId, next)) return true;
    grid.step(1);
    if (!next) say('nothingWaits');
    return false;
  };
  const runner = useCommandRunner({
    store,
    passages,
    state,
    grid,
    suggest,
    situation,
    order,
    setOrder,
    nextWaiting: goOn,
    setEditing,
    cutting,
    setCutting,
    pin,
    setPin,
    openPlot: plotting.open,
    toggleRadar: () => setRadar(!radar),
    ask: setAsking,
    light: setLit,
    say,
    fail: setFailure,
    focusSearch: () => search.current?.focus(),
  });

  /** Beads in view that the engine has drawn and is at least so sure of. */
  const sureOf = (threshold: number): Bead[] =>
    columns.shown
      .filter(({ id }) => may('edit', id))
      .flatMap(({ id }) =>
        state.bitexts[id].beads.filter(
          (bead) =>
            bead.status === 'machine' &&
            !isNull(bead) &&
            (bead.confidence ?? 0) >= threshold &&
            (!facts.test || facts.test(bead, id)),
        ),
      );

  const { text: words, regex, exact } = filter;
  const searched = useMemo((): ViewState['searched'] => {
    if (!words.trim()) return null;
    // Where a regular expression matches, the database alone knows.
    if (regex) return { places: facts.places };
    const diacritics = heedsDiacritics({ query: words, mode: 'plain', diacritics: exact ? 'exact' : 'auto' });
    return { query: words, mode: 'plain', diacritics, case: 'ignore' };
  }, [words, regex, exact, facts.places]);
  const view: ViewState = {
    focus,
    entry: grid.entry,
    grab: grid.grab,
    editing,
    cutting,
    pin,
    ghosts: suggest.ghosts,
    marks,
    searched,
    lit,
    others: live.byBead,
    focusedBead: found?.bead ?? null,
    mayEdit: (bitextId) => may('edit', bitextId),
  };
  const documentView = useMemo(
    (): DocumentView => ({
      state,
      passages,
      disputed,
      commented,
      findings: checks.findings,
      referenceTextId,
    }),
    [state, passages, disputed, commented, checks.findings, referenceTextId],
  );
  const people = useMemo(
    () => ({ ...opened.people, ...live.names, [actor.id]: actor.name }),
    [opened.people, live.names, actor],
  );
  const { tellWhere } = live;
  useEffect(() => tellWhere(focus), [focus, tellWhere]);

  return {
    ...{ document, store, passages, state, bitexts, nameOf, may, people },
    ...{ columns, rows, grid, found, situation, suggest, checks, live },
    ...{ filter, setFilter, searching: facts.searching, disputed, search },
    ...{ runner, view, documentView, cutting, setCutting, setMarks, lit, setLit, asking, setAsking },
    ...{ said, failure, setFailure, order, radar, plotting, sureOf },
  };
}
