import { z } from 'zod';
import type { ErrorCode } from './error.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Fields = z.ZodObject;

/** One operation of the API: the server's route, the client's method and the published description all come from it. */
export interface Endpoint<
  P extends Fields = Fields,
  Q extends Fields = Fields,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With parameters in braces: "/api/interviews/{id}". */
  readonly path: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly refuses: readonly ErrorCode[];
  /** Largest body in bytes; the server's default where absent. */
  readonly maxBody?: number;
  /** Name under which a browser saves the answer, for one that is a file. */
  readonly fileName?: string;
}

type Part<K extends string, S> = [S] extends [z.ZodType] ? { [key in K]: z.output<S> } : unknown;
type Sent<K extends string, S> = [S] extends [z.ZodType]
  ? object extends z.input<S>
    ? { [key in K]?: z.input<S> }
    : { [key in K]: z.input<S> }
  : unknown;
type Get<E, K extends string> = E extends { readonly [key in K]: infer S } ? S : undefined;

/** What a handler gets, parsed. */
export type Received<E> = Part<'params', Get<E, 'params'>> &
  Part<'query', Get<E, 'query'>> &
  Part<'body', Get<E, 'body'>>;
/** What a caller passes. */
export type Sends<E> = Sent<'params', Get<E, 'params'>> & Sent<'query', Get<E, 'query'>> & Sent<'body', Get<E, 'body'>>;
/** What both agree comes back. */
export type Answers<E extends Endpoint> = z.output<E['response']>;

export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
