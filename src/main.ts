import * as core from '@actions/core';
import { productVersion } from './pack/product-files.js';
import { endOnSignals } from './this-run.js';

/** The runner starts this file twice: as the Action, and again when the job ends. Only the first has left a state. */
const STARTED = 'started';

endOnSignals((sentence) => core.warning(sentence));

if (core.getState(STARTED) === '') {
  core.saveState(STARTED, 'true');
  core.info(`CloudTrail Evidence ${productVersion()}`);
  // The work loads after the first line is said.
  const { runAction } = await import('./run-action.js');
  await runAction();
} else {
  const { cleanUp } = await import('./run-action.js');
  await cleanUp();
}
