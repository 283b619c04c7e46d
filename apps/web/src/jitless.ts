import { config } from 'zod';

// The CSP refuses `new Function`, which Zod would otherwise try for speed. Must run before any schema is used.
config({ jitless: true });
