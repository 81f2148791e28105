import 'server-only';
import { createHash } from 'node:crypto';

/** By which somebody with the same address is known again on another server; the address itself stays at home. */
export const emailHash = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
