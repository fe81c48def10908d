import type { Connection } from 'vscode-languageserver';
import type { Levels } from '../diagnostics/check';
import type { LanguageService } from '../service/languageService';
import { levelsFrom } from '../service/settings';
import type { ClientFeatures } from './clientFeatures';

const SECTION = 'bbp';

/** The settings `bbp.*`: asked of the client once and kept until they change, or handed over by it. */
export class Settings {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #service: () => LanguageService;
  readonly #folders: () => readonly string[];
  #given: Levels;
  #applied: Promise<void> | undefined;

  /** @param given settings that came along with the start, for clients that cannot be asked */
  constructor(
    connection: Connection,
    features: ClientFeatures,
    service: () => LanguageService,
    folders: () => readonly string[],
    given: unknown,
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#service = service;
    this.#folders = folders;
    this.#given = levelsOf(given);
  }

  /** Resolves when the service knows the levels. */
  ready(): Promise<void> {
    return (this.#applied ??= this.#apply());
  }

  /** They changed. @param sent what came with the message: only clients that cannot be asked send it all */
  changed(sent: unknown): void {
    if (!this.#features.configuration && isObject(sent)) this.#given = levelsOf(sent[SECTION]);
    this.#applied = undefined;
  }

  async #apply(): Promise<void> {
    const service = this.#service();
    if (!this.#features.configuration) {
      service.levels = this.#given;
      return;
    }
    const folders = this.#folders();
    const items = [{ section: SECTION }, ...folders.map((scopeUri) => ({ scopeUri, section: SECTION }))];
    try {
      const [general, ...own] = (await this.#connection.workspace.getConfiguration(items)) as readonly unknown[];
      service.levels = levelsOf(general);
      service.folderLevels = new Map(folders.map((folder, index) => [folder, levelsOf(own[index])]));
    } catch (error) {
      this.#connection.console.warn(`The settings cannot be read: ${String(error)}`);
    }
  }
}

function levelsOf(section: unknown): Levels {
  return isObject(section) ? levelsFrom(section['rules']) : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
