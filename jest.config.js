/** Source files import each other with the .js ending that Node's ES modules want; jest maps it back to .ts. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  // Not a measure of speed: what takes seconds here takes minutes on a busy machine. A test that hangs ends after ten.
  testTimeout: 600_000,
  reporters: ['default', '<rootDir>/__tests__/counts-reporter.cjs'],
};
