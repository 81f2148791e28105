import 'server-only';
import { headers } from 'next/headers';
import type { Actor } from '@/lib/bitext/can';
import { currentActor } from './actor';
import { type Peer, peerOf } from './peer';

/** Somebody at a door that is open to people without an account. */
export type Visitor = { actor: Actor | null; peer: Peer; headers: Headers };

/** Whoever sent the running request. */
export async function currentVisitor(): Promise<Visitor> {
  const requestHeaders = await headers();
  return { actor: await currentActor(), peer: peerOf(requestHeaders), headers: requestHeaders };
}
