import { productVersion } from './pack/product-files.js';

/** The runner starts this file twice: as the Action, and again when the job ends. The first one leaves word for the second. */
const isEnd = process.env['STATE_started'] === 'true';

// The first line is said before the work is loaded.
if (!isEnd) process.stdout.write(`CloudTrail Evidence ${productVersion()}\n`);

const { cleanUp, runAction } = await import('./run-action.js');
await (isEnd ? cleanUp() : runAction());
