/**
 * Who may import whom: the table of ARCHITECTURE.md. `vscode` resolves into node_modules/@types/vscode where its types
 * are installed, so every rule on it names both.
 */
const VSCODE = '(^vscode$|node_modules/@types/vscode/)';
const SERVER_PROTOCOL =
  'node_modules/(vscode-languageserver|vscode-languageserver-protocol|vscode-languageclient|vscode-jsonrpc)/';
const H5WASM = 'node_modules/h5wasm';
/** Files that may know the machine they run on. */
const NODE_FILES = '\\.(node|worker)\\.ts$';

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never(
      'formats-are-pure',
      'formats import formats only: no editor, no protocol, no part of the program.',
      { path: '^formats/' },
      { path: ['^(protocol|server|cli|client|webviews)/', VSCODE, SERVER_PROTOCOL] },
    ),
    never(
      'formats-know-no-machine',
      'Readers take bytes; only *.node.ts and *.worker.ts open files.',
      { path: '^formats/', pathNot: NODE_FILES },
      { dependencyTypes: ['core'] },
    ),
    never(
      'one-importer-of-h5wasm',
      'h5wasm is known to formats/hdf5/h5wasm.node.ts alone.',
      { path: '^(formats|protocol|server|cli|client|webviews)/', pathNot: '^formats/hdf5/h5wasm\\.node\\.ts$' },
      { path: H5WASM },
    ),
    never(
      'protocol-is-types',
      'Messages know vscode-jsonrpc and types of formats, nothing else.',
      { path: '^protocol/' },
      { pathNot: ['^protocol/', '^formats/', 'node_modules/vscode-jsonrpc/'] },
    ),
    never(
      'languages-do-not-meet',
      'Languages meet in the workspace index, never by import.',
      { path: '^server/src/languages/([^/]+)/' },
      { path: '^server/src/languages/([^/]+)/', pathNot: '^server/src/languages/$1/' },
    ),
    never(
      'languages-know-no-surroundings',
      'A language knows formats, the workspace interface and diagnostics.',
      { path: '^server/src/languages/[^/]+/' },
      {
        path: [
          '^server/src/(lsp|service|emodel)/',
          '^server/src/languages/registry\\.ts$',
          '^(protocol|cli|client|webviews)/',
          NODE_FILES,
          VSCODE,
          SERVER_PROTOCOL,
        ],
      },
    ),
    never(
      'languages-know-no-machine',
      'No I/O in a language.',
      { path: '^server/src/languages/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'core-knows-no-protocol',
      'Service, workspace, e-models and diagnostics answer in plain data.',
      { path: '^server/src/(service|workspace|emodel|diagnostics)/' },
      { path: ['^server/src/lsp/', '^(protocol|cli|client|webviews)/', VSCODE, SERVER_PROTOCOL] },
    ),
    never(
      'core-knows-no-single-language',
      'The registry is the only way to a language.',
      { path: '^server/src/(service|workspace|emodel|diagnostics)/' },
      { path: '^server/src/languages/[^/]+/' },
    ),
    never(
      'core-knows-no-machine',
      'Only *.node.ts opens files.',
      { path: '^server/src/(service|workspace|emodel|diagnostics)/', pathNot: NODE_FILES },
      { dependencyTypes: ['core'] },
    ),
    never(
      'lsp-speaks-to-the-service',
      'The protocol layer knows the service, not a language, the client or the editor.',
      { path: '^server/src/(lsp/|main\\.ts)' },
      { path: ['^server/src/languages/[^/]+/', '^(cli|client|webviews)/', VSCODE] },
    ),
    never(
      'cli-speaks-to-the-service',
      'The command line knows the service and formats, and starts the language server.',
      { path: '^cli/' },
      { path: ['^server/src/languages/[^/]+/', '^(protocol|client|webviews)/', VSCODE] },
    ),
    never(
      'cli-starts-the-server-in-one-place',
      'Only cli/src/lsp.ts knows the protocol layer.',
      { path: '^cli/', pathNot: '^cli/src/lsp\\.ts$' },
      { path: ['^server/src/lsp/', SERVER_PROTOCOL] },
    ),
    never(
      'client-speaks-protocol',
      'The client reaches the server by messages, and webviews by messages.',
      { path: '^client/' },
      { path: ['^(server|cli|webviews)/', 'node_modules/(vscode-languageserver|chevrotain)/'] },
    ),
    never(
      'webviews-know-the-dom-only',
      'Webviews know pure formats, messages and a few libraries.',
      { path: '^webviews/' },
      {
        path: [
          '^(server|cli|client)/',
          NODE_FILES,
          VSCODE,
          'node_modules/(?!(three|uplot|@vscode-elements|@vscode/codicons|@tanstack|vscode-jsonrpc)/)',
        ],
      },
    ),
    never('webviews-know-no-machine', 'No Node in a webview.', { path: '^webviews/' }, { dependencyTypes: ['core'] }),
    never(
      'no-circles',
      'Modules that need each other are one module.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
