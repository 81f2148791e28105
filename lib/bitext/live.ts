import type { Change } from './change';
import type { EventKind } from './history';

/** Somebody in the document, and where. One person may be there in several windows. */
export type Present = {
  clientId: string;
  userId: string;
  name: string;
  bitextId: string | null;
  beadId: string | null;
  /** When they came to this bead; ISO 8601, UTC. */
  since: string;
};

/** What somebody did in the document. `change` is null, and `reload` true, when it is too large to be sent. */
export type LiveChange = {
  seq: number;
  /** The `editId` of an edit: one's own are recognised by it. */
  eventId: string;
  actorId: string;
  actorName: string;
  at: string;
  kind: EventKind;
  change: Change | null;
  reload: boolean;
};

export type LiveJob = { jobId: string; bitextId: string; state: string; progress: number };

/** What a window that watches a document hears, by the name of the event, with what each carries. */
export type LiveMessages = {
  /** After what was missed has been sent: `seq` is where the watcher stands now. */
  hello: { seq: number };
  change: LiveChange;
  presence: Present[];
  job: LiveJob;
  /** Texts came or went, or so much was missed that it is not told one by one: everything is to be loaded anew. */
  reload: { seq: number };
  /** The stream ends and it is of no use to come back. */
  bye: { code: string };
};
