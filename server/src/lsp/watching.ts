import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { LanguageService } from '../service/languageService';
import { baseName, isInside, parentOf } from '../workspace/paths';
import type { ClientFeatures } from './clientFeatures';
import { Debouncer } from './debouncer';

/** Edits come in bursts; which places a text leads to is looked at after this long without one, in ms. */
const DELAY = 500;
/** Each place outside the open folders costs the editor a watcher of its own. */
const PLACES_LIMIT = 200;

/** Has the client watch our kinds of files, and every place that an open document leads to. */
export class Watching {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #service: () => LanguageService;
  readonly #folders: () => readonly string[];
  #watched = '';
  #registration: Disposable | undefined;
  #updating = Promise.resolve();
  readonly #updateSoon = new Debouncer(DELAY, () => {
    this.#updating = this.#updating
      .then(() => this.#update())
      .catch((error: unknown) => {
        this.#connection.console.error(`Watching files failed: ${String(error)}`);
      });
  });

  constructor(
    connection: Connection,
    features: ClientFeatures,
    service: () => LanguageService,
    folders: () => readonly string[],
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#service = service;
    this.#folders = folders;
  }

  start(): void {
    if (this.#features.watchedFilesRegistration) {
      void this.#register([{ globPattern: `**/{${this.#service().watchedNames().join(',')}}` }]);
    }
  }

  /** An open document may lead elsewhere now. */
  documentsChanged(): void {
    if (this.#features.watchedFilesRegistration && this.#features.relativePatterns) this.#updateSoon.schedule();
  }

  dispose(): void {
    this.#updateSoon.cancel();
  }

  async #update(): Promise<void> {
    const places = this.#service().watchedFiles().slice(0, PLACES_LIMIT);
    const watched = places.join('\n');
    if (watched === this.#watched) return;
    this.#watched = watched;
    const previous = this.#registration;
    // The new one first: nothing may slip through between the two.
    this.#registration = await this.#register(places.flatMap((uri) => this.#watcherOf(uri)));
    previous?.dispose();
  }

  #watcherOf(uri: string): FileSystemWatcher[] {
    // What is inside an open folder is watched there as a whole, also where a folder on the way is not there yet.
    const open = this.#folders().find((folder) => isInside(uri, folder));
    if (open === uri) return [];
    const baseUri = open ?? parentOf(uri);
    const path = open === undefined ? baseName(uri) : URI.parse(uri).path.slice(URI.parse(open).path.length + 1);
    // Globs know no escape that every client reads: a sign that means something to them stands for any.
    return path === '' ? [] : [{ globPattern: { baseUri, pattern: path.replace(/[*?{}[\]!,\\]/g, '?') } }];
  }

  async #register(watchers: FileSystemWatcher[]): Promise<Disposable | undefined> {
    if (watchers.length === 0) return undefined;
    try {
      return await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    } catch (error) {
      this.#connection.console.warn(`The client does not watch files for us: ${String(error)}`);
      return undefined;
    }
  }
}
