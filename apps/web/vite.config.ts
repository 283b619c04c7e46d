import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The page runs under "default-src 'self'; style-src 'self'": nothing may be inlined as data: or as a script,
 * so fonts stay files and the preload shim is left out (every browser we support has modulepreload).
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  worker: { format: 'es' },
  server: {
    proxy: { '/api': { target: process.env['LEGIBLE_API'] ?? 'http://127.0.0.1:4600', ws: true } },
  },
});
