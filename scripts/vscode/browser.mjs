// Chromium: found on the system or installed by apt, never downloaded as a binary of our own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { programExists } from '../lib/processes.mjs';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

function findChromium() {
  return candidates.find((candidate) => candidate && fs.existsSync(candidate));
}

/** How to run apt-get here: as root, through sudo without a password, or not at all. */
function aptPrefix() {
  if (!programExists('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return programExists('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/** Path of a Chromium, installed first where that is allowed. */
function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const prefix = aptPrefix();
  if (prefix) {
    console.log('Installing chromium with apt-get (once) …');
    const apt = (...programArguments) => {
      const [command, ...rest] = [...prefix, 'apt-get', '-qq', ...programArguments];
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      execFileSync(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('These tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its program.');
}

/** A headless browser whose hidden pages run as fast as visible ones. */
function launchOptions() {
  return {
    executablePath: ensureChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  };
}

export function launchBrowser() {
  return chromium.launch(launchOptions());
}

/** A browser that another process connects to, by its `wsEndpoint()`. */
export function launchBrowserServer() {
  return chromium.launchServer(launchOptions());
}

/** A page to which nothing but our own loopback server answers: no gallery, no telemetry, no hanging on the network. */
export async function newPage(browser, origin) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== origin,
    (route) => route.abort(),
  );
  return context.newPage();
}
