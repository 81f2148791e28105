import { defineRoute } from '@/lib/server/defineRoute';
import { NotePresenceInput, notePresence } from '@/lib/server/live/notePresence';

export const POST = defineRoute({ input: NotePresenceInput, maxBytes: 1024 }, notePresence);
