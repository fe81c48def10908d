// What a stage of the tests comes to.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number, problem?: string }} StageResult */

/** A stage that broke off, or had nothing to run, counts as one failure. */
export function brokenStage(problem, partial = { passed: 0, failed: 0, skipped: 0 }) {
  return { ...partial, failed: partial.failed + 1, problem };
}

/**
 * Gives `work` the path of a file for the results and reads it afterwards.
 * @param {(file: string) => Promise<string | undefined>} work resolves to why it broke off, if it did
 * @returns {Promise<StageResult>}
 */
export async function withResultsFile(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bbp-results-'));
  try {
    const file = path.join(folder, 'results.json');
    const problem = await work(file);
    if (!fs.existsSync(file)) return brokenStage(problem ?? 'no results were written');
    const result = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (problem && result.failed === 0) return brokenStage(problem, result);
    if (result.passed + result.failed + result.skipped === 0) return brokenStage('no test ran');
    return result;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
