import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../../../protocol/messages';

/** What the client can do, as far as an answer depends on it. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly relativePatterns: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  /** It asks for diagnostics; others have them sent. */
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly completion: {
    readonly snippets: boolean;
    readonly insertReplace: boolean;
    readonly labelDetails: boolean;
    readonly markdown: boolean;
    readonly tags: boolean;
    /** Command that opens the list of suggestions again. */
    readonly suggestCommand: string | undefined;
  };
  readonly hoverMarkdown: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly symbolTags: boolean;
  readonly prepareRename: boolean;
  readonly linkTooltips: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredCodeActions: boolean;
  readonly foldingLimit: number;
}

export function clientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities;
  const { publishDiagnostics, diagnostic, codeAction, foldingRange } = textDocument ?? {};
  const diagnosticFeatures = { ...publishDiagnostics, ...diagnostic };
  const pullDiagnostics = diagnostic !== undefined;
  return {
    configuration: workspace?.configuration ?? false,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    watchedFilesRegistration: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport ?? false,
    documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    pullDiagnostics,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: diagnosticFeatures.relatedInformation ?? false,
    diagnosticTags: diagnosticFeatures.tagSupport !== undefined,
    codeDescription: diagnosticFeatures.codeDescriptionSupport ?? false,
    diagnosticData: diagnosticFeatures.dataSupport ?? false,
    completion: completionFeatures(params),
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    symbolTags: textDocument?.documentSymbol?.tagSupport !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport ?? false,
    linkTooltips: textDocument?.documentLink?.tooltipSupport ?? false,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    preferredCodeActions: codeAction?.isPreferredSupport ?? false,
    foldingLimit: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  };
}

function completionFeatures(params: InitializeParams): ClientFeatures['completion'] {
  const item = params.capabilities.textDocument?.completion?.completionItem;
  const { suggestCommand } = initializationOptions(params);
  return {
    snippets: item?.snippetSupport ?? false,
    insertReplace: item?.insertReplaceSupport ?? false,
    labelDetails: item?.labelDetailsSupport ?? false,
    markdown: item?.documentationFormat?.includes('markdown') ?? false,
    tags: item?.tagSupport !== undefined,
    suggestCommand: typeof suggestCommand === 'string' ? suggestCommand : undefined,
  };
}

/** What the client gave along; of any shape, since anyone may write it. */
export function initializationOptions(params: InitializeParams): Partial<Record<keyof InitializationOptions, unknown>> {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}
