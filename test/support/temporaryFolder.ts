import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder on disk for one test. */
export class TemporaryFolder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'bbp-formats-')));
  readonly uri = pathToFileURL(this.path).toString();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** Writes a file, or with a name that ends in `/` makes a folder; gives its URI. */
  write(name: string, content: string | Uint8Array): string {
    const file = path.join(this.path, name);
    mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(file, content);
    return this.uriOf(name);
  }

  uriOf(name: string): string {
    return pathToFileURL(path.join(this.path, name)).toString();
  }

  delete(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
