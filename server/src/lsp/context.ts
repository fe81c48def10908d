import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import { LanguageService } from '../service/languageService';
import { normaliseUri } from '../workspace/paths';
import { Announcements } from './announcements';
import { clientFeatures, initializationOptions, type ClientFeatures } from './clientFeatures';
import { ClientWorkspace } from './clientWorkspace';
import { DiagnosticConverter } from './convert/diagnostics';
import { EditConverter } from './convert/edits';
import { DiagnosticReports } from './diagnosticReports';
import type { Host } from './host';
import { OpenDocuments } from './openDocuments';
import { Settings } from './settings';
import { Watching } from './watching';

/** All that the handlers share: the one client, its texts and settings, and the service that answers. */
export class ServerContext {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  readonly reports: DiagnosticReports;
  readonly edits: EditConverter;
  readonly watching: Watching;
  readonly #announcements: Announcements;
  readonly #host: Host;
  #folders: readonly string[];
  #service: LanguageService;

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.connection = connection;
    this.#host = host;
    const features = clientFeatures(params);
    this.features = features;
    this.#folders = foldersOf(params);
    this.#service = this.#newService();
    const service = (): LanguageService => this.#service;
    const folders = (): readonly string[] => this.#folders;
    const clientUri = (uri: string): string => this.clientUri(uri);
    this.settings = new Settings(connection, features, service, folders, initializationOptions(params).bbp);
    const diagnostics = new DiagnosticConverter(features, host.diagnosticsPage, clientUri);
    this.reports = new DiagnosticReports(service, this.settings, diagnostics);
    this.edits = new EditConverter(features, diagnostics, clientUri);
    this.watching = new Watching(connection, features, service, folders);
    this.#announcements = new Announcements(connection, features, () => this.documents, this.reports);
    this.documents = new OpenDocuments(connection, service, {
      changed: (uri, facts) => {
        this.#announcements.documentChanged(uri);
        if (!facts) return;
        this.#announcements.allChanged();
        this.watching.documentsChanged();
      },
      closed: (uri, itsClientUri) => {
        this.#announcements.documentClosed(uri, itsClientUri);
        this.#announcements.allChanged();
        this.watching.documentsChanged();
      },
    });
  }

  get service(): LanguageService {
    return this.#service;
  }

  clientUri(uri: string): string {
    return this.documents.clientUri(uri);
  }

  settingsChanged(sent: unknown): void {
    this.settings.changed(sent);
    this.#announcements.allChanged();
  }

  filesChanged(changes: Parameters<LanguageService['filesChanged']>[0]): void {
    this.#service.filesChanged(changes);
    this.#announcements.allChanged();
  }

  foldersChanged(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    const gone = new Set(removed.map(folderUri));
    const folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(folderUri)];
    this.#folders = [...new Set(folders)];
    this.#service = this.#newService();
    this.settings.changed(undefined);
    this.documents.reopen();
    this.#announcements.allChanged();
    this.watching.documentsChanged();
  }

  dispose(): void {
    this.documents.dispose();
    this.watching.dispose();
    this.#announcements.dispose();
  }

  #newService(): LanguageService {
    return new LanguageService(new ClientWorkspace(this.connection, this.#host.workspace(this.#folders)));
  }
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(folderUri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- older clients know one folder and no other word for it
  const { rootUri } = params;
  return rootUri ? [folderUri({ uri: rootUri })] : [];
}

function folderUri({ uri }: Pick<WorkspaceFolder, 'uri'>): string {
  const normal = normaliseUri(uri);
  return normal.endsWith('/') && !normal.endsWith(':///') ? normal.slice(0, -1) : normal;
}
