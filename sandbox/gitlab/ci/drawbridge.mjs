/** The command line as it is built; what V8 makes of it is kept, as for the action (sandbox/runner/scaled-time.mjs). */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/compiled'));
await import('../../../dist/cli/index.js');
