// A VS Code server on 127.0.0.1 and the addresses of its workbench.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installServer } from './install.mjs';
import { quietSettings } from './settings.mjs';

const startTimeout = 60_000;
const stopTimeout = 5_000;

/** An environment without the traces of a VS Code or npm that we may run in. */
function serverEnvironment(additions) {
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...additions };
  for (const name of Object.keys(env)) {
    if (/^(VSCODE_|ELECTRON_|npm_)|^(NODE_OPTIONS|NODE_PATH)$/i.test(name)) delete env[name];
  }
  const folders = (env.PATH ?? '').split(path.delimiter);
  env.PATH = folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
  return env;
}

/** Resolves to the port once the server listens. */
function listeningPort(child, output) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code server did not start.\n${output()}`)), startTimeout);
    const look = () => {
      const match = /Extension host agent listening on (\d+)/.exec(output());
      if (!match) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code server ended with code ${code}.\n${output()}`));
    });
  });
}

/** Ends the server with everything it started: it leads a process group of its own. */
async function stopGroup(child) {
  const signalGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group has already gone.
    }
  };
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signalGroup('SIGTERM');
    const timer = setTimeout(() => signalGroup('SIGKILL'), stopTimeout);
    await gone;
    clearTimeout(timer);
  }
  signalGroup('SIGKILL');
}

/**
 * Starts a server.
 * @param {object} options
 * @param {'current' | 'minimum'} [options.target] which VS Code
 * @param {Record<string, unknown>} [options.settings] user settings on top of the quiet ones
 * @param {Record<string, string>} [options.env] additions to its environment
 * @param {string} [options.profile] folder of the profile; without it a new one that is removed at the end
 * @param {number} [options.port] 0 for any free one
 * @param {readonly string[]} [options.extensions] .vsix files to install first
 * @param {boolean} [options.driver] lets an address name an extension under development and its tests
 * @param {string} [options.log] log level; console output of extensions is only passed on at `info` or lower
 */
export async function startServer({
  target = 'current',
  settings = {},
  env: additions = {},
  profile: givenProfile,
  port = 0,
  extensions = [],
  driver = false,
  log = process.env.BBP_VSCODE_LOG ?? 'info',
} = {}) {
  const { node, vscode } = installServer(target);
  const profile = givenProfile ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bbp-profile-'));
  const settingsFile = path.join(profile, 'data', 'User', 'settings.json');
  if (!fs.existsSync(settingsFile)) {
    fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
    fs.writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }

  const env = serverEnvironment(additions);
  const program = [path.join(vscode, 'out', 'server-main.js'), '--server-data-dir', profile];
  for (const extension of extensions) {
    execFileSync(node, [...program, '--install-extension', extension, '--force'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
  const flags = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-workspace-trust', '--disable-telemetry', '--disable-experiments'],
    ...['--disable-getting-started-override', '--log', log],
    // Without it the workbench ignores the payload of its address; with it notifications are not shown.
    ...(driver ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = spawn(node, [...program, ...flags], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const collect = (chunk) => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const origin = `http://127.0.0.1:${await listeningPort(child, () => output)}`;

  return {
    origin,
    profile,
    output: () => output,
    /** The URI under which the workbench knows a path of this machine. */
    uri: (file) => `vscode-remote://${new URL(origin).host}${path.resolve(file)}`,
    /** The address of a workbench that shows a folder; the payload needs the driver. */
    url(folder, payload) {
      // Slashes need no escape in a query, and the address is read by people.
      const address = `${origin}/?folder=${encodeURIComponent(path.resolve(folder)).replaceAll('%2F', '/')}`;
      if (!payload) return address;
      const entries = Object.entries({ skipWelcome: 'true', skipReleaseNotes: 'true', ...payload });
      return `${address}&payload=${encodeURIComponent(JSON.stringify(entries))}`;
    },
    async stop() {
      await stopGroup(child);
      if (!givenProfile) fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
