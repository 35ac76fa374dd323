import config from './jest.config.js';

/** Suites against a real Trino: `npm run test:trino`. */
export default { ...config, testMatch: ['**/*.trino.ts'], testTimeout: 1_800_000 };
