'use client';

import { flushSync } from 'react-dom';
import { findBead } from '@/lib/bitext/find';
import { type Bead, type DocumentState, isEmpty, isNull } from '@/lib/bitext/types';
import { CommandPalette } from './CommandPalette';
import { ConfirmManyDialog } from './ConfirmManyDialog';
import { HelpDialog } from './HelpDialog';
import { ReasonDialog } from './ReasonDialog';
import { RemarkDialog } from './RemarkDialog';
import type { Situation } from './registry';
import type { Asking } from './runner/parts';
import { ShiftDialog } from './ShiftDialog';
import type { CommandRunner } from './useCommandRunner';

type Props = {
  asking: Asking;
  onAnswered: () => void;
  state: DocumentState;
  runner: CommandRunner;
  situation: Situation;
  /** Machine beads in view of at least this confidence. */
  sureOf: (threshold: number) => readonly Bead[];
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
};

/** What a command asks before it is carried out; one question at a time. */
export function WorkbenchDialogs({
  asking,
  onAnswered,
  state,
  runner,
  situation,
  sureOf,
  singleKeys,
  onSingleKeys,
}: Props) {
  // At once, because the dialog gives focus back when it closes: what follows then decides where focus goes.
  const close = () => flushSync(onAnswered);
  const remark = asking && 'remark' in asking ? asking : null;
  const reasonFor = asking?.what === 'reason' ? (findBead(state, asking.beadId)?.bead ?? null) : null;
  return (
    <>
      <RemarkDialog
        what={remark?.remark ?? null}
        about={remark?.beadId ?? null}
        authorId={situation.actorId}
        onClose={close}
        onSend={(body) => {
          if (remark) runner.remark(remark.remark, remark.beadId, body);
        }}
      />
      <ReasonDialog
        open={asking?.what === 'reason'}
        splits={reasonFor !== null && !isEmpty(reasonFor.source) && !isEmpty(reasonFor.target)}
        onClose={close}
        onChoose={(reason) => {
          close();
          // A bead that was null before has no question left, and is confirmed; one that falls apart now has.
          if (reasonFor) runner.setReason(reasonFor.id, reason, isNull(reasonFor));
        }}
      />
      <ConfirmManyDialog
        open={asking?.what === 'confirmMany'}
        countAt={(threshold) => sureOf(threshold).length}
        onClose={close}
        onConfirm={(threshold) => {
          const beads = sureOf(threshold);
          close();
          runner.confirmMany(beads.map((bead) => bead.id));
        }}
      />
      <ShiftDialog
        planned={asking?.what === 'shift' ? runner.shiftOf(asking.beadId, asking.direction) : null}
        open={asking?.what === 'shift'}
        onClose={close}
        onConfirm={() => {
          close();
          if (asking?.what === 'shift') runner.shift(asking.beadId, asking.direction);
        }}
      />
      <CommandPalette
        open={asking?.what === 'palette'}
        situation={situation}
        onClose={close}
        onRun={(id) => {
          close();
          runner.run(id);
        }}
      />
      <HelpDialog
        open={asking?.what === 'help'}
        onClose={close}
        singleKeys={singleKeys}
        onSingleKeys={onSingleKeys}
      />
    </>
  );
}
