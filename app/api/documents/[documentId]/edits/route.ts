import { defineRoute } from '@/lib/server/defineRoute';
import { EditInput, editDocument } from '@/lib/server/editing/editDocument';

const MIB = 1024 * 1024;

// A wide confirmation names tens of thousands of beads.
export const POST = defineRoute({ input: EditInput, maxBytes: 8 * MIB }, editDocument);
