// The tests: node scripts/test.mjs [STAGE…]; without a stage all of them but desktop, minimum and fuzz.
// BBP_TEST_GREP picks tests by name, BBP_TEST_VERBOSE=1 names every test, BBP_SHARED is the folder with the corpus.
import os from 'node:os';
import { build } from './build.mjs';
import { checkScripts, checkStage, grammarStage } from './test/check-stages.mjs';
import { endToEndStage } from './test/e2e-stage.mjs';
import { desktopStage, integrationStage } from './test/integration-stage.mjs';
import { mochaStage } from './test/mocha-stage.mjs';
import { packageStage } from './test/package-stage.mjs';
import { brokenStage } from './test/results.mjs';
import { webviewStage } from './test/webview-stage.mjs';

const fuzzEnvironment = { BBP_FUZZ_RUNS: process.env.BBP_FUZZ_RUNS ?? '10000', BBP_TEST_TIMEOUT: '3600000' };

/** `alone`: drives a browser, or takes the machine for itself; the others run side by side. */
const stages = {
  unit: { run: () => mochaStage('test/unit', { quiet: true }) },
  property: { run: () => mochaStage('test/property', { quiet: true }) },
  protocol: { run: () => mochaStage('test/protocol', { quiet: true }) },
  corpus: { run: () => mochaStage('test/corpus', { quiet: true }) },
  grammar: { run: grammarStage },
  checks: { run: checkStage, absent: () => checkScripts().length === 0 },
  webview: { alone: true, run: webviewStage },
  integration: { alone: true, run: () => integrationStage('current') },
  package: { alone: true, run: packageStage },
  e2e: { alone: true, run: endToEndStage },
  desktop: { alone: true, onRequest: true, run: desktopStage },
  minimum: { alone: true, onRequest: true, run: () => integrationStage('minimum') },
  fuzz: { alone: true, onRequest: true, run: () => mochaStage('test/property', { env: fuzzEnvironment, limit: 0 }) },
};

function chosenStages() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !Object.hasOwn(stages, name));
  if (unknown.length > 0) {
    console.error(`Unknown stage ${unknown.join(', ')}; there are ${Object.keys(stages).join(', ')}.`);
    process.exit(2);
  }
  if (names.length > 0) return Object.keys(stages).filter((name) => names.includes(name));
  return Object.keys(stages).filter((name) => !stages[name].onRequest && !stages[name].absent?.());
}

async function runStage(name) {
  const start = performance.now();
  let result;
  try {
    result = await stages[name].run();
  } catch (error) {
    result = brokenStage(error.stack ?? String(error));
  }
  const seconds = (performance.now() - start) / 1000;
  if (result.output?.trim()) console.log(`\n── ${name} ──\n${result.output.trim()}`);
  if (result.problem) console.log(`${name}: ${result.problem}`);
  console.log(`${name}: ${counts(result)} in ${seconds.toFixed(1)} s`);
  return result;
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Takes from the front of `names` until none is left. */
async function worker(names, results) {
  for (let name = names.shift(); name; name = names.shift()) results.push(await runStage(name));
}

const names = chosenStages();
const results = [];
try {
  await build();
} catch (error) {
  // The stages that want no bundle still tell something.
  results.push(brokenStage(error.message));
  console.log(`build: ${error.message}`);
}
const together = names.filter((name) => !stages[name].alone);
const workers = Math.min(together.length, os.availableParallelism(), 4);
await Promise.all(Array.from({ length: workers }, () => worker(together, results)));
await worker(
  names.filter((name) => stages[name].alone),
  results,
);

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
console.log(`\n${counts(total)}`);
process.exit(total.failed > 0 ? 1 : 0);
