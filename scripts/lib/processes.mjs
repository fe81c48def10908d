// Child processes: run to the end, or with their output collected.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';

/** Environment without what an outer `npm run` adds: a nested npm would take it for its own settings. */
export function environmentWithoutNpm() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
  );
}

/**
 * Path of the script behind a program of an installed package, to be run with this Node on any system.
 * @param {string} manifest URL of the package's package.json, as `import.meta.resolve` gives it
 * @param {string} program its name among the package's programs
 */
export function packageProgram(manifest, program) {
  const { bin } = JSON.parse(fs.readFileSync(new URL(manifest), 'utf8'));
  return fileURLToPath(new URL(typeof bin === 'string' ? bin : bin[program], manifest));
}

/**
 * Runs a program and resolves to its exit code and output.
 * @param {string} command
 * @param {readonly string[]} programArguments
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, quiet?: boolean, limit?: number }} options
 *   `quiet`: the output is only collected, else it is shown as well. `limit`: it is killed after so many ms.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, programArguments, { cwd = root, env = process.env, quiet = false, limit } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, programArguments, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (stream) => (chunk) => {
      output += chunk.toString();
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), output }));
  });
}

/** Whether a program can be started, found by asking for its version. */
export function programExists(command, programArguments = ['--version']) {
  try {
    execFileSync(command, programArguments, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
