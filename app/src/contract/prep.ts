import { z } from 'zod';
import { document, documentType } from './document.ts';
import { endpoint } from './endpoint.ts';

/** Operations that preparing needs beyond those on single documents. */
export const prepEndpoints = {
  readDocuments: endpoint({
    method: 'get',
    path: '/api/documents-in-full',
    summary: 'Documents of some types at their current versions with their bodies, latest change first',
    query: z.object({
      types: z
        .string()
        .transform((types) => types.split(','))
        .pipe(z.array(documentType).min(1).max(20))
        .meta({ description: 'Types, separated by commas.' }),
    }),
    response: z.object({ documents: z.array(document) }),
    refuses: ['bad-request'],
  }),
} as const;
