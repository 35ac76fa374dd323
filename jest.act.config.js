import base from './jest.config.js';

/** A workflow, run by act: `npm run test:act`, which finds or installs it. */
export default { ...base, testMatch: ['**/*.act.ts'], testTimeout: 300_000 };
