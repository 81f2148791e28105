'use server';

import { SaveKeysInput, saveKeys as saveOwnKeys } from '@/lib/server/accounts/saveKeys';
import { CancelJobInput, cancelJob } from '@/lib/server/align/cancelJob';
import { ExplainBeadInput, explainBead as explainOneBead } from '@/lib/server/align/explainBead';
import { PlotRunInput, plotRun as plotOneRun } from '@/lib/server/align/plotRun';
import { ProposeRunInput, proposeRun as proposeOneRun } from '@/lib/server/align/proposeRun';
import { StartAlignInput, startAlign } from '@/lib/server/align/startAlign';
import {
  IgnoreCheckInput,
  ignoreCheck,
  UnignoreCheckInput,
  unignoreCheck,
} from '@/lib/server/checks/ignoreCheck';
import { defineAction } from '@/lib/server/defineAction';
import { DeleteDocumentInput, deleteDocument } from '@/lib/server/documents/deleteDocument';
import { RenameDocumentInput, renameDocument } from '@/lib/server/documents/renameDocument';
import { ReadBeadHistoryInput, readBeadHistory } from '@/lib/server/editing/readBeadHistory';
import { RemoveTextInput, removeText } from '@/lib/server/imports/removeText';

export const saveKeys = defineAction(SaveKeysInput, saveOwnKeys);
export const beadHistory = defineAction(ReadBeadHistoryInput, readBeadHistory);
export const alignText = defineAction(StartAlignInput, startAlign);
export const proposeRun = defineAction(ProposeRunInput, proposeOneRun);
export const plotRun = defineAction(PlotRunInput, plotOneRun);
export const explainBead = defineAction(ExplainBeadInput, explainOneBead);
export const ignoreFinding = defineAction(IgnoreCheckInput, ignoreCheck);
export const unignoreFinding = defineAction(UnignoreCheckInput, unignoreCheck);
export const cancelAlign = defineAction(CancelJobInput, cancelJob);
export const rename = defineAction(RenameDocumentInput, renameDocument);
export const remove = defineAction(DeleteDocumentInput, deleteDocument);
export const removeOneText = defineAction(RemoveTextInput, removeText);
