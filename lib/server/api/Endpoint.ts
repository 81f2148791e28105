import 'server-only';
import type { z } from 'zod';
import type { TokenScope } from '@/lib/bitext/accessTokens';
import type { Actor } from '@/lib/bitext/can';
import type { Result } from '@/lib/result';
import type { TokenHolder } from '../accounts/tokenHolder';
import type { Working } from '../uploads/Working';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What comes back when all is well: JSON of this schema (nothing for 204), or a file. */
export type Answers<A extends z.ZodType = z.ZodType> =
  | { status: 200 | 201 | 202; schema: A }
  | { status: 204 }
  | { status: 200; file: string };

export type Call<I> = { holder: TokenHolder; actor: Actor; input: I; request: Request; working: Working };

/** Where the input is, besides the path: in the query, in a JSON body, or in a form with files. */
export type Takes = 'query' | 'json' | 'files';

/** What an endpoint is, for the router and for its description; `Definition` has what it does as well. */
export type Described = {
  /** Unique; the operation's name in generated clients. */
  id: string;
  method: Method;
  /** Below /api/v1, with `{name}` for parameters. */
  path: `/${string}`;
  tag: 'About' | 'Projects' | 'Documents' | 'Import' | 'Alignment' | 'Export';
  summary: string;
  details?: string;
  /** What the token must be good for; `any`: a token will do; `public`: not even that. */
  scope: TokenScope | 'any' | 'public';
  takes: Takes;
  input: z.ZodType;
  answers: Answers;
  /** The longest body, in bytes; 1 MiB when not said. */
  maxBytes?: number;
  /** Asked before files are received: nobody fills the disk who may not import anyway. */
  may?: (actor: Actor, params: Readonly<Record<string, string>>) => Promise<Result<unknown>>;
};

/** An endpoint with its types worn off. `perform` answers null when the input does not fit. */
export type Endpoint = Described & {
  perform: (
    raw: Readonly<Record<string, unknown>>,
    call: Omit<Call<unknown>, 'input'>,
  ) => Promise<Result<unknown> | Response | z.ZodError>;
};

type Definition<S extends z.ZodObject, A extends z.ZodType> = Omit<Described, 'input' | 'answers'> & {
  input: S;
  answers: Answers<A>;
  run: (call: Call<z.output<S>>) => Promise<Result<z.input<A> | null> | Response>;
};

/**
 * Ties the types of input, use case and answer together. Fields that the input does not have are refused: a parameter
 * that is misspelt must not mean all of them.
 */
export function endpoint<S extends z.ZodObject, A extends z.ZodType>({
  run,
  ...described
}: Definition<S, A>): Endpoint {
  const input = described.input.strict();
  return {
    ...described,
    async perform(raw, call) {
      const parsed = input.safeParse(raw);
      // Without its index signature, a strict object has the same output.
      return parsed.success ? run({ ...call, input: parsed.data as z.output<S> }) : parsed.error;
    },
  };
}
