'use client';

import { createContext, useContext } from 'react';
import type { Hunk } from '@/lib/bitext/hunks';
import type { Present } from '@/lib/bitext/live';
import type { Bead, DocumentState, Side } from '@/lib/bitext/types';
import type { FoundInDocument } from '@/lib/server/find/findInDocument';
import type { Pattern } from '@/lib/text/foldForSearch';
import type { CommandId } from './commands/registry';
import type { FilterFacts } from './filter/filters';
import type { Drop } from './grid/dropAt';
import type { Marks } from './inspector/marks';
import type { Passages } from './store/Passages';

export type Focus = { bitextId: string; beadId: string };

/** A segment that is being read anew. */
export type Editing = { textId: string; start: number; beadId: string };

/** What cells ask of the workbench. These never change, so that rows are not drawn for nothing. */
export type WorkbenchActions = {
  focus: (focus: Focus) => void;
  run: (command: CommandId) => void;
  edit: (textId: string, start: number, beadId: string) => void;
  saveReading: (editing: Editing, reading: string, move: -1 | 0 | 1) => void;
  leaveEditing: () => void;
  cutSegment: (editing: Editing, offset: number, reading: string) => void;
  cutBefore: (beadId: string, side: Side, at: number) => void;
  moveBorder: (beadId: string, side: Side, at: number) => void;
  light: (pair: number | null) => void;
  /** A sentence was dropped on a paragraph. */
  dropSentence: (sourceAt: number, drop: Drop) => void;
};
export const ActionsContext = createContext<WorkbenchActions | null>(null);

export type ViewState = {
  focus: Focus | null;
  /** Where Tab enters the grid while no bead in view has the focus. */
  entry: Focus | null;
  /** Focus should go into the grid as soon as the cell is there. */
  grab: number;
  editing: Editing | null;
  /** A border that Alt+X asks about: the places of the bead where it can be cut. */
  cutting: { beadId: string; side: Side; places: readonly number[]; chosen: number } | null;
  /** A sentence that is marked, and waits for its paragraph. */
  pin: { bitextId: string; beadId: string; at: number } | null;
  /** Beads that the engine suggests and nobody has taken yet. */
  ghosts: ReadonlyMap<string, Hunk>;
  /** What the engine and the checks have to say about the words of the focused bead. */
  marks: Marks;
  /** What is searched for, so that it stands out; of a regular expression, where the database has found it. */
  searched: Pattern | { places: FoundInDocument['places'] } | null;
  /** The pair of words that lights up. */
  lit: number | null;
  /** Who else is at which bead. */
  others: ReadonlyMap<string, readonly Present[]>;
  /** Its sentences stand out in the reference column. */
  focusedBead: Bead | null;
  mayEdit: (bitextId: string | null) => boolean;
};
export const ViewContext = createContext<ViewState | null>(null);

export type DocumentView = {
  state: DocumentState;
  passages: Passages;
  disputed: ReadonlySet<string>;
  commented: ReadonlySet<string>;
  /** What checks have found, by bead; what was ignored with a reason is left out. */
  findings: FilterFacts['findings'];
  referenceTextId: string;
};
export const DocumentContext = createContext<DocumentView | null>(null);

const use = <T,>(value: T | null): T => {
  if (!value) throw new Error('Grid parts live inside the workbench.');
  return value;
};
export const useActions = () => use(useContext(ActionsContext));
export const useView = () => use(useContext(ViewContext));
export const useDocumentView = () => use(useContext(DocumentContext));
