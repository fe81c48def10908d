import { encodingOf, ENCODING_LENGTH, type SpecialEncoding } from '../../../formats/text/decode';
import type { PathReference } from './facts';
import { baseName, isInside, isTooLong, joinUri, parentOf } from './paths';
import type { PathState } from './scope';
import type { FileStatus, FolderEntry, Workspace } from './workspace';

type Status = FileStatus | 'denied' | undefined;

interface Remembered<Answer> {
  readonly until: number;
  readonly answer: Promise<Answer>;
}

/** What is known of the disk, for a moment: a check asks for the same places again and again. */
export class FileCache {
  readonly #workspace: Workspace;
  readonly #lifetime: number;
  readonly #now: () => number;
  readonly #stats = new Map<string, Remembered<Status>>();
  /** The names in a folder by their small letters. */
  readonly #spellings = new Map<string, Remembered<ReadonlyMap<string, string>>>();
  readonly #encodings = new Map<string, { readonly stamp: string; readonly encoding: SpecialEncoding | undefined }>();

  /** @param lifetime how long an answer holds, in ms; changes that are watched end it at once */
  constructor(workspace: Workspace, lifetime = 2000, now: () => number = Date.now) {
    this.#workspace = workspace;
    this.#lifetime = lifetime;
    this.#now = now;
  }

  stat(uri: string): Promise<Status> {
    return this.#remembered(this.#stats, uri, () =>
      isTooLong(uri) ? Promise.resolve(undefined) : this.#workspace.stat(uri).catch(() => undefined),
    );
  }

  list(uri: string): Promise<readonly FolderEntry[]> {
    return isTooLong(uri) ? Promise.resolve([]) : this.#workspace.list(uri).catch(() => []);
  }

  /** How the file on disk is encoded, where that is no plain text of one byte a letter. */
  async encoding(uri: string): Promise<SpecialEncoding | undefined> {
    const status = await this.stat(uri);
    if (!status || status === 'denied' || status.kind !== 'file') return undefined;
    const stamp = stampOf(status);
    const known = this.#encodings.get(uri);
    if (known?.stamp === stamp) return known.encoding;
    const head = await this.#workspace.head(uri, ENCODING_LENGTH).catch(() => undefined);
    if (head === undefined || head === 'denied') return undefined;
    const encoding = encodingOf(head);
    this.#encodings.set(uri, { stamp, encoding });
    return encoding;
  }

  /** A file changed, appeared or vanished. */
  invalidate(): void {
    this.#stats.clear();
    this.#spellings.clear();
  }

  /** Nothing more is known of a single file. */
  forget(uri: string): void {
    this.#stats.delete(uri);
    this.#encodings.delete(uri);
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

  /** Where a file is whose name, or whose folder's name, is written in another case than on disk. */
  async respelled(uri: string): Promise<string | undefined> {
    const name = await this.#otherCase(uri);
    if (name !== undefined) return name;
    const folder = await this.#otherCase(parentOf(uri));
    const moved = folder && joinUri(folder, baseName(uri));
    return moved && (await this.stat(moved)) ? moved : undefined;
  }

  /**
   * Whether a missing file could be on this machine. `/gpfs/project/x` cannot where there is no `/gpfs/project`: the
   * file system is another machine's.
   */
  async isReachable(uri: string): Promise<boolean> {
    if (isTooLong(uri) || this.#workspace.folders.some((folder) => isInside(uri, folder))) return true;
    const start = /^[^:]+:(\/\/[^/]*)?/.exec(uri)?.[0] ?? '';
    const names = uri.slice(start.length).split('/').filter(Boolean);
    const [first = '', second = ''] = names;
    if (names.length < 2 || !(await this.stat(`${start}/${first}`))) return false;
    return names.length === 2 || Boolean(await this.stat(`${start}/${first}/${second}`));
  }

  async #otherCase(uri: string): Promise<string | undefined> {
    const parent = parentOf(uri);
    if (isTooLong(uri) || !(await this.stat(parent))) return undefined;
    const spellings = await this.#remembered(this.#spellings, parent, async () => {
      const names = (await this.list(parent)).map(({ name }) => [name.toLowerCase(), name] as const);
      return new Map(names);
    });
    const name = baseName(uri);
    const spelling = spellings.get(name.toLowerCase());
    return spelling === undefined || spelling === name ? undefined : joinUri(parent, spelling);
  }

  #remembered<Answer>(
    memory: Map<string, Remembered<Answer>>,
    key: string,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const known = memory.get(key);
    if (known && known.until > this.#now()) return known.answer;
    const answer = ask();
    memory.set(key, { until: this.#now() + this.#lifetime, answer });
    return answer;
  }
}

/** Another one where the file has another content, as far as its status tells. */
export function stampOf({ mtime, size }: FileStatus): string {
  return `${mtime} ${size}`;
}
