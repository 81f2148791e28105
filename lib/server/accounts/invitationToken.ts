import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** A fresh secret for a link: 192 bits, so that guessing is hopeless. */
export const newInvitationToken = (): string => randomBytes(24).toString('base64url');

/** What we keep of it. A plain hash is enough for a secret that is random throughout. */
export const hashInvitationToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
