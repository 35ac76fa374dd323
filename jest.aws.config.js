import base from './jest.config.js';

/** Tests against moto, a stand-in for AWS's services: `npm run test:aws`. The server is started once, for all of them. */
export default {
  ...base,
  testMatch: ['**/*.aws.ts'],
  globalSetup: '<rootDir>/__tests__/aws/start-moto.mjs',
  globalTeardown: '<rootDir>/__tests__/aws/stop-moto.mjs',
};
