// Where things are. Everything that is made lies in a git-ignored folder.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Bundles that are shipped. */
export const dist = path.join(root, 'dist');
/** Bundled tests and reports. */
export const out = path.join(root, 'out');
/** VS Code servers and profiles. */
export const vscodeTest = path.join(root, '.vscode-test');
/** The workspace that the README, `npm start` and the tests use. */
export const examples = path.join(root, 'examples');
/** Pictures taken by the end-to-end tests. */
export const shots = path.join(root, 'shots');
/** The packed extension. */
export const vsix = path.join(root, 'bbp-formats.vsix');
