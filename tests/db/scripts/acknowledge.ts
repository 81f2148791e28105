// Edits a document for ever, through the application's own use case and database, and names each edit
// on its output once it is acknowledged. Started by kill9.test.ts, which kills it.
import { randomUUID } from 'node:crypto';
import { getDb } from '@/db/client';
import { readActor } from '@/db/queries/members';
import type { BeadCommand } from '@/lib/bitext/commands';
import { unfoldOutline } from '@/lib/bitext/outline';
import { editDocument } from '@/lib/server/editing/editDocument';
import { readOutline } from '@/lib/server/editing/readOutline';

const [actorId = '', documentId = ''] = process.argv.slice(2);
const actor = await readActor(await getDb(), actorId);
if (!actor) throw new Error('no such account');
const read = await readOutline(actor, { documentId });
if (!read.ok) throw new Error(read.error.code);
const beads = Object.values(unfoldOutline(read.value).bitexts).flatMap((bitext) => bitext.beads);

process.stdout.write('open\n');
for (let turn = 0; ; turn++) {
  const bead = beads[turn % beads.length]!;
  const editId = randomUUID();
  // Several tables in one edit: the bead, a comment of the edit's own name, the history.
  const commands: BeadCommand[] = [
    { type: 'comment', bead: bead.id, id: editId, body: `Edit ${turn}` },
    { type: bead.status === 'confirmed' ? 'reopen' : 'confirm', bead: bead.id },
  ];
  const edited = await editDocument(actor, {
    documentId,
    editId,
    seen: { [bead.id]: bead.revision },
    commands,
  });
  if (!edited.ok) throw new Error(edited.error.code);
  beads[turn % beads.length] =
    edited.value.change.beads.find((row) => row.after?.id === bead.id)?.after ?? bead;
  process.stdout.write(`${editId}\n`);
}
