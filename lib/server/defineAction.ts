import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { Actor } from '@/lib/bitext/can';
import { err, type Result } from '@/lib/result';
import { answer } from './answer';
import { isSameOrigin } from './sameOrigin';
import { currentVisitor, type Visitor } from './visitor';

/** What the client calls: it never throws but for `redirect()` and `notFound()`. */
export type Action<S extends z.ZodType, T> = (input: z.input<S>) => Promise<Result<T>>;

/**
 * A server action for signed-in people: who, parse, run, error to code.
 *
 * ```ts
 * 'use server';
 * export const editBeads = defineAction(EditInput, editDocument);
 * ```
 * An action is a public endpoint. Whether this actor may do this is the use case's own check.
 */
export function defineAction<S extends z.ZodType, T>(
  schema: S,
  perform: (actor: Actor, input: z.output<S>) => Promise<Result<T>>,
): Action<S, T> {
  return atTheDoor(perform.name, async (visitor, input) => {
    // Said before anything about the input: a stranger learns nothing of its shape.
    if (!visitor.actor) return err('auth.signedOut');
    const parsed = schema.safeParse(input);
    return parsed.success ? perform(visitor.actor, parsed.data) : err('request.invalid');
  });
}

/** A server action that people without an account may call too: sign-in, set-up, invitations. */
export function definePublicAction<S extends z.ZodType, T>(
  schema: S,
  perform: (visitor: Visitor, input: z.output<S>) => Promise<Result<T>>,
): Action<S, T> {
  return atTheDoor(perform.name, async (visitor, input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? perform(visitor, parsed.data) : err('request.invalid');
  });
}

function atTheDoor<I, T>(
  door: string,
  run: (visitor: Visitor, input: I) => Promise<Result<T>>,
): (input: I) => Promise<Result<T>> {
  return (input) =>
    answer(door, async (): Promise<Result<T>> => {
      if (!isSameOrigin(await headers())) return err('request.foreignOrigin');
      return run(await currentVisitor(), input);
    });
}
