import type { PathReference } from './facts';
import { baseName, isInside, joinUri, parentOf } from './paths';
import type { PathState } from './scope';
import type { FileStatus, FolderEntry, Workspace } from './workspace';

type Status = FileStatus | 'denied' | undefined;

/** What is known of the disk, for a moment: a check asks for the same places again and again. */
export class FileCache {
  readonly #workspace: Workspace;
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #stats = new Map<string, { readonly until: number; readonly status: Promise<Status> }>();

  /** @param lifetime how long an answer holds, in ms; changes that are watched end it at once */
  constructor(workspace: Workspace, lifetime = 2000, now: () => number = Date.now) {
    this.#workspace = workspace;
    this.#lifetime = lifetime;
    this.#now = now;
  }

  stat(uri: string): Promise<Status> {
    const known = this.#stats.get(uri);
    if (known && known.until > this.#now()) return known.status;
    const status = this.#workspace.stat(uri).catch(() => undefined);
    this.#stats.set(uri, { until: this.#now() + this.#lifetime, status });
    return status;
  }

  list(uri: string): Promise<readonly FolderEntry[]> {
    return this.#workspace.list(uri).catch(() => []);
  }

  /** A file changed, appeared or vanished. */
  invalidate(): void {
    this.#stats.clear();
  }

  /** What is where a path leads: the first of its candidates that is there. */
  async state(reference: PathReference): Promise<PathState> {
    for (const uri of reference.candidates) {
      const status = await this.stat(uri);
      if (status === 'denied') return { kind: 'denied', uri };
      if (status) return { kind: status.kind, uri };
    }
    const [first = ''] = reference.candidates;
    for (const uri of reference.candidates) {
      const spelling = await this.#otherCase(uri);
      if (spelling) {
        const status = await this.stat(spelling);
        if (status && status !== 'denied') return { kind: status.kind, uri: spelling, spelling: baseName(spelling) };
      }
    }
    return { kind: (await this.isReachable(first)) ? 'missing' : 'unreachable', uri: first };
  }

  /**
   * Whether a missing file could be on this machine. `/gpfs/project/x` cannot where there is no `/gpfs/project`: the
   * file system is another machine's.
   */
  async isReachable(uri: string): Promise<boolean> {
    if (this.#workspace.folders.some((folder) => isInside(uri, folder))) return true;
    let at = parentOf(uri);
    while (parentOf(at) !== at) {
      if (await this.stat(at)) return depth(at) > 1 || parentOf(uri) === at;
      at = parentOf(at);
    }
    return false;
  }

  async #otherCase(uri: string): Promise<string | undefined> {
    const parent = parentOf(uri);
    if (!(await this.stat(parent))) return undefined;
    const wanted = baseName(uri).toLowerCase();
    const entry = (await this.list(parent)).find((each) => each.name.toLowerCase() === wanted);
    return entry && joinUri(parent, entry.name);
  }
}

function depth(uri: string): number {
  return uri
    .replace(/^[^:]+:\/\/[^/]*/, '')
    .split('/')
    .filter(Boolean).length;
}
