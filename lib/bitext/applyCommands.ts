import { assertNever, ok, type Result } from '@/lib/result';
import { applyChange, type Change, compose, NO_CHANGE } from './change';
import type { BeadCommand, CommandContext } from './commands';
import { planCorrect, planCutSegment, planJoinSegments } from './cutting';
import { planComment, planResolve, rehomeComments } from './discussion';
import { planCut, planJoin, planMove, planSetNull } from './membership';
import { planRedraw } from './redraw';
import { planApprove, planConfirm, planConfirmAll, planReopen, planReturn } from './statuses';
import type { DocumentState } from './types';

export type Edited = { state: DocumentState; change: Change };

/**
 * Carries out commands one after the other, all or none. Pure: the grid runs it for the optimistic
 * view, the server runs it again on what the database holds, and the server's answer wins.
 *
 * Only the beads that a command names, and the one neighbour it takes from or gives to, change.
 *
 * @returns the state afterwards, and the change of all commands together, whose mirror image is
 *   their undo. The error of the first command that can't be carried out otherwise.
 */
export function applyCommands(
  state: DocumentState,
  commands: readonly BeadCommand[],
  context: CommandContext,
): Result<Edited> {
  let edited: Edited = { state, change: NO_CHANGE };
  for (const command of commands) {
    const planned = plan(edited.state, command, context);
    if (!planned.ok) return planned;
    const change = rehomeComments(edited.state, planned.value);
    edited = {
      state: applyChange(edited.state, change),
      change: compose(edited.change, change),
    };
  }
  return ok(edited);
}

function plan(state: DocumentState, command: BeadCommand, context: CommandContext): Result<Change> {
  switch (command.type) {
    case 'confirm':
      return planConfirm(state, command, context);
    case 'confirmAll':
      return planConfirmAll(state, command, context);
    case 'reopen':
      return planReopen(state, command);
    case 'pullUp':
    case 'pushDown':
    case 'moveBorder':
      return planMove(state, command, context);
    case 'join':
      return planJoin(state, command, context);
    case 'cut':
      return planCut(state, command, context);
    case 'redraw':
      return planRedraw(state, command, context);
    case 'setNull':
      return planSetNull(state, command, context);
    case 'cutSegment':
      return planCutSegment(state, command);
    case 'joinSegments':
      return planJoinSegments(state, command);
    case 'correct':
      return planCorrect(state, command, context);
    case 'comment':
    case 'dispute':
      return planComment(state, command, context);
    case 'resolve':
      return planResolve(state, command, context);
    case 'approve':
      return planApprove(state, command, context);
    case 'return':
      return planReturn(state, command, context);
    default:
      return assertNever(command);
  }
}
