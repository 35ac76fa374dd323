/** Closes a test run with "N passed, N failed" alone on a line, which any CI can read. A suite that cannot start counts as a failure. */
module.exports = class CountsReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
};
