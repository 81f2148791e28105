import 'server-only';
import { randomUUID } from 'node:crypto';

/** Ids of new rows. Pure code gets them as arguments. */
export const newId = (): string => randomUUID();
