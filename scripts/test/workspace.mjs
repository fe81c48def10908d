// A copy of the example workspace, which tests may change.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { examples } from '../lib/paths.mjs';

/** Gives `work` a fresh copy and removes it afterwards. */
export async function withExamples(work) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'bbp-workspace-'));
  const workspace = path.join(temporary, 'examples');
  fs.cpSync(examples, workspace, { recursive: true });
  try {
    return await work(workspace);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
