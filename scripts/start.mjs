// Opens a folder in a real VS Code with the extension: npm start [-- FOLDER] [--desktop] [--port N]
// On Linux x64 that is a VS Code server with the packed extension installed; its address is printed. Elsewhere, or with
// --desktop, it is the desktop VS Code with the extension as it lies here.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { examples, root, vscodeTest, vsix } from './lib/paths.mjs';
import { programExists } from './lib/processes.mjs';
import { packExtension } from './package.mjs';
import { serverIsAvailable } from './vscode/install.mjs';
import { startServer } from './vscode/server.mjs';

const usage = 'Usage: npm start -- [FOLDER] [--desktop] [--port N]';
const firstPort = 8123;
const portsTried = 100;

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  const options = { desktop: { type: 'boolean', default: false }, port: { type: 'string' } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length > 1) fail(`One folder at a time.\n${usage}`);
    const port = Number(values.port ?? firstPort);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) fail(`--port wants a number from 1 to 65535.\n${usage}`);
    // Relative to where npm was called, which is not always the project.
    const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? examples);
    return { folder, port, desktop: values.desktop };
  } catch (error) {
    return fail(`${error.message}\n${usage}`);
  }
}

function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function freePort(wanted) {
  for (let port = wanted; port < wanted + portsTried && port <= 65_535; port += 1) {
    if (await portIsFree(port)) return port;
  }
  return fail(`No free port from ${wanted} on.`);
}

async function openInBrowser(folder, wantedPort) {
  const port = await freePort(wantedPort);
  console.log('Packing the extension …');
  await packExtension();
  // The profile is kept, so that what the user sets stays.
  const profile = path.join(vscodeTest, 'profile');
  const server = await startServer({ port, profile, extensions: [vsix] });
  const stop = async () => {
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(`\nVS Code with BBP Formats shows ${folder} at\n`);
  console.log(`  ${server.url(folder)}\n`);
  console.log('Ctrl+C stops it.');
}

async function openDesktop(folder) {
  await build();
  let program = 'code';
  if (!programExists(program)) {
    console.log('There is no `code` on the PATH: fetching the desktop VS Code.');
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    program = await downloadAndUnzipVSCode();
  }
  const child = spawn(program, [`--extensionDevelopmentPath=${root}`, '--new-window', folder], {
    stdio: 'inherit',
    // `code` is a batch file there.
    shell: process.platform === 'win32' && program === 'code',
  });
  child.on('error', (error) => fail(`The desktop VS Code could not be started: ${error.message}`));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}

const { folder, port, desktop } = readArguments();
if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) fail(`There is no folder ${folder}.`);
if (desktop || !serverIsAvailable) await openDesktop(folder);
else await openInBrowser(folder, port);
