// Runs mocha over the files named on the command line and writes what happened to the file in BBP_TEST_RESULTS.
import fs from 'node:fs';
import Mocha from 'mocha';

const mocha = new Mocha({
  color: process.env.BBP_TEST_COLOR === '1',
  timeout: Number(process.env.BBP_TEST_TIMEOUT ?? 60_000),
  reporter: process.env.BBP_TEST_VERBOSE ? 'spec' : 'dot',
  ...(process.env.BBP_TEST_GREP ? { grep: process.env.BBP_TEST_GREP } : {}),
});
for (const file of process.argv.slice(2)) mocha.addFile(file);
const runner = mocha.run((failed) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  fs.writeFileSync(process.env.BBP_TEST_RESULTS, JSON.stringify({ passed: passes, failed, skipped: pending }));
  // Not process.exit at once: what was printed must get through the pipe first.
  process.exitCode = failed ? 1 : 0;
  // A test that leaves a timer or a process behind must not keep the run from ending.
  setTimeout(() => process.exit(), 2_000).unref();
});
