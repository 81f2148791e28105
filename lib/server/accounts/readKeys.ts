import 'server-only';
import { getDb } from '@/db/client';
import * as preferences from '@/db/queries/preferences';
import type { Actor } from '@/lib/bitext/can';

/** One's own keys, see `saveKeys`. */
export const readKeys = async (actor: Actor): Promise<Record<string, string[]>> =>
  preferences.keysOf(await getDb(), actor.id);
