import { createClient } from '@legible/app/client';

/** The server that served this page. */
export const server = createClient();
