/**
 * Mocha inside the extension host. VS Code calls `run`, whether it is the desktop or a server with a browser; what
 * happened goes to the file in BBP_TEST_RESULTS.
 */
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface TestReport {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: string;
}

export async function run(): Promise<void> {
  const grep = process.env['BBP_TEST_GREP'];
  const mocha = new Mocha({ color: false, timeout: 60_000, ...(grep ? { grep } : {}) });
  const suite = path.join(__dirname, 'suite');
  for (const name of fs.readdirSync(suite)) if (name.endsWith('.test.js')) mocha.addFile(path.join(suite, name));

  const tests: TestReport[] = [];
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => tests.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tests.push({ title: test.fullTitle(), state: 'failed', error: text });
    });
  });
  const count = (state: TestReport['state']): number => tests.filter((test) => test.state === state).length;
  const results = process.env['BBP_TEST_RESULTS'];
  if (results) {
    const report = { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), tests };
    fs.writeFileSync(results, JSON.stringify(report));
  }
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
