import 'server-only';
import { z } from 'zod';
import { getDb } from '@/db/client';
import * as documents from '@/db/queries/documents';
import * as texts from '@/db/queries/texts';
import { type Actor, can } from '@/lib/bitext/can';
import { err, ok, type Result } from '@/lib/result';
import { announceReload } from '../live/announce';

/** `lang` is typed by the person as confirmation. */
export const RemoveTextInput = z.object({ textId: z.uuid(), lang: z.string() });

/** Takes a text out, with every alignment it is part of. Managers only: other people's work goes with it. */
export async function removeText(
  actor: Actor,
  { textId, lang }: z.output<typeof RemoveTextInput>,
): Promise<Result<null>> {
  const db = await getDb();
  return db.transaction(async (tx): Promise<Result<null>> => {
    const text = await texts.find(tx, textId);
    if (!text || !can(actor, 'read', text)) return err('document.notFound');
    if (!can(actor, 'manage', text)) return err('document.forbidden');
    if (lang !== text.lang) return err('request.invalid');
    await documents.lock(tx, text.documentId);
    await texts.remove(tx, text);
    await announceReload(tx, text.documentId);
    return ok(null);
  });
}
