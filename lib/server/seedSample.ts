import 'server-only';
import type { Db } from '@/db/client';

/** Puts the sample project into an empty database, so that there is something to look at. */
export async function seedSample(_db: Db): Promise<void> {
  // The lead's putSampleProject goes here.
}
