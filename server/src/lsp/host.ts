import type { Workspace } from '../workspace/workspace';

/** What the server wants of the machine it runs on. */
export interface Host {
  /** The files behind `file:` URIs. */
  workspace(folders: readonly string[]): Workspace;
  /** URI of the page that explains every code; undefined where it was not packaged. */
  readonly diagnosticsPage: string | undefined;
  /** Hands over every error that nobody caught; the process goes on. */
  onUncaughtError(report: (error: unknown) => void): void;
}
