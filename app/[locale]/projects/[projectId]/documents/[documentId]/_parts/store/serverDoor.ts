import type { Change } from '@/lib/bitext/change';
import type { BeadCommand } from '@/lib/bitext/commands';
import type { DocumentState } from '@/lib/bitext/types';
import type { Result } from '@/lib/result';

export type Saved = {
  eventId: string | null;
  change: Change;
  /** Of an undo or redo: names of the commands that were taken back, or the kind of what was. */
  took?: readonly string[];
};

/** The server, as the store sees it. */
export type Door = {
  edit: (input: {
    editId: string;
    seen: Record<string, number>;
    commands: BeadCommand[];
  }) => Promise<Result<Saved>>;
  takeBack: (direction: 'undo' | 'redo') => Promise<Result<Saved>>;
  revert: (eventId: string) => Promise<Result<Saved>>;
  reload: () => Promise<Result<{ state: DocumentState; seq: number }>>;
};

/** What somebody did, as the server tells everybody who has the document open. */
export type DocumentEvent = { seq: number; eventId: string; change: Change | null };
