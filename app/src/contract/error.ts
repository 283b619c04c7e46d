import { z } from 'zod';

export const ERROR_CODES = [
  'bad-request',
  'not-found',
  'conflict',
  'version-conflict',
  'not-ready',
  'too-large',
  'forbidden',
  'unsupported-type',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The one shape of every refusal: what is wrong, in which field, and what would mend it. */
export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(ERROR_CODES),
      message: z.string(),
      field: z.string().optional().meta({ description: 'Path of the field at fault, such as "events.3.seq".' }),
      mend: z.string().optional().meta({ description: 'What to do about it.' }),
      detail: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .optional()
        .meta({ description: 'Values a program needs to recover, such as the current version.' }),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorBody>;

/** HTTP status of each code; a client may rely on either. */
export const STATUS_OF_CODE = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'version-conflict': 409,
  'not-ready': 409,
  'too-large': 413,
  'unsupported-type': 415,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** What a use case throws for input it refuses. Everything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly mend: string | undefined;
  readonly detail: Record<string, string | number | boolean> | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { field?: string; mend?: string; detail?: Record<string, string | number | boolean> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = more.field;
    this.mend = more.mend;
    this.detail = more.detail;
  }

  toBody(): ErrorBody {
    return {
      error: {
        code: this.code,
        message: this.message,
        ...(this.field === undefined ? {} : { field: this.field }),
        ...(this.mend === undefined ? {} : { mend: this.mend }),
        ...(this.detail === undefined ? {} : { detail: this.detail }),
      },
    };
  }
}
