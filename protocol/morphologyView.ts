/**
 * Messages between the extension and the morphology webview, over vscode-jsonrpc. The webview asks, the extension
 * answers and tells of changes. Typed arrays travel as they are.
 */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Morphology, MorphologyFormat } from '../formats/morphology/model';
import type { MorphologyProblem } from '../formats/morphology/problem';

/** Everything that the view shows of a file. */
export interface MorphologyContent {
  /** File name without its folder. */
  readonly name: string;
  /** Path as a Python snippet would name it. */
  readonly path: string;
  readonly format: MorphologyFormat;
  /** Size in bytes. */
  readonly size: number;
  /** undefined where nothing could be read: `problems` say why. */
  readonly morphology: Morphology | undefined;
  readonly refused: boolean;
  readonly problems: readonly MorphologyProblem[];
  /** Files that are no single cell (vasculature, containers): what they are, and their numbers. */
  readonly summary?: MorphologySummary;
  /** `text`: the unsaved text of an open editor; `disk`: the file. */
  readonly source: 'text' | 'disk';
  /** One sentence where the text cannot be opened beside ("The file is larger than 50 MB: …"). */
  readonly notice?: string;
  readonly settings: MorphologyViewSettings;
}

/** What a file is that holds no single cell. */
export interface MorphologySummary {
  /** "Vasculature", "Container of 3 morphologies". */
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface MorphologyViewSettings {
  /** CSS colours by section type's name (`axon`, `basal_dendrite`, `custom`, …), where the user chose them. */
  readonly colors: Readonly<Record<string, string>>;
  /** Levels of problem codes that the user chose. */
  readonly levels: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
}

export type ExportFormat = 'png' | 'svg' | 'csv' | 'json' | 'swc' | 'asc' | 'h5';

/** What is written where; for morphology formats the extension converts the file by itself. */
export interface ExportRequest {
  readonly format: ExportFormat;
  /** "C060114A5-sholl.svg". */
  readonly suggestedName: string;
  readonly content?: string | Uint8Array;
}

/** Commands of the title bar and the palette that the view carries out. */
export type MorphologyViewCommand =
  | 'fit'
  | 'resetView'
  | 'viewXY'
  | 'viewXZ'
  | 'viewYZ'
  | 'toggleProjection'
  | 'exportPng'
  | 'exportSwc'
  | 'exportAsc'
  | 'exportH5'
  | 'copySnippet'
  | 'clearSelection';

/** The first question of a view, and the one after a failure. Cancelled by `$/cancelRequest`. */
export const contentRequest = new RequestType<Record<string, never>, MorphologyContent, void>('morphology/content');

/** Asks where to save, and saves; the answer is the name of the file, null where it was cancelled. */
export const exportRequest = new RequestType<ExportRequest, string | null, void>('morphology/export');

/** The view's words. */
export const sectionPicked = new NotificationType<{
  readonly section: number;
  readonly point?: number;
  /** Shows the text beside, where it is not shown yet; else only an open one follows. */
  readonly open: boolean;
}>('morphology/sectionPicked');
export const linePicked = new NotificationType<{ readonly line: number; readonly open: boolean }>(
  'morphology/linePicked',
);
export const openText = new NotificationType<Record<string, never>>('morphology/openText');
/** The file holds no single cell: it is to be shown as data. */
export const openAsData = new NotificationType<Record<string, never>>('morphology/openAsData');
/** Copies and says so in the status bar: "Copied the Python snippet". */
export const copyText = new NotificationType<{ readonly text: string; readonly what: string }>('morphology/copyText');

/** The extension's words. */
export const contentChanged = new NotificationType<MorphologyContent>('morphology/contentChanged');
/** The cursor of the text stands in a section; null: in none. */
export const textSelection = new NotificationType<{ readonly section: number | null; readonly point: number | null }>(
  'morphology/textSelection',
);
export const viewCommand = new NotificationType<{ readonly command: MorphologyViewCommand }>('morphology/command');
export const loadingProgress = new NotificationType<{
  /** "Reading", "Parsing". */
  readonly phase: string;
  /** 0 to 1; null where it is not known. */
  readonly fraction: number | null;
}>('morphology/progress');
