/**
 * Who may import whom: the table of ARCHITECTURE.md, each row twice. `only` is its column "may import": whatever is not
 * listed is caught, an npm package that nobody thought of included. `never` says of the worst of it what is wrong with
 * it. `vscode` resolves into node_modules/@types/vscode where its types are installed, so every rule on it names both.
 */
const VSCODE = '(^vscode$|node_modules/@types/vscode/)';
const SERVER_PROTOCOL =
  'node_modules/(vscode-languageserver|vscode-languageserver-protocol|vscode-languageclient|vscode-jsonrpc)/';
const H5WASM = 'node_modules/h5wasm';
/** Files that may know the machine they run on. */
const NODE_FILES = '\\.(node|worker)\\.ts$';

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** What Node brings is the business of the rules `…-know-no-machine`. */
const only = (name, from, may) =>
  never(
    name,
    'Not in the column "may import" of ARCHITECTURE.md.',
    { path: from },
    { pathNot: may, dependencyTypesNot: ['core'] },
  );
const npm = (names) => `node_modules/(${names})/`;
const LANGUAGE = '^server/src/languages/language\\.ts$';
const REGISTRY = '^server/src/languages/registry\\.ts$';
/** What is imported with `import type` alone and leaves no trace in a bundle. */
const TYPES = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    only('formats-may-import', '^formats/', ['^formats/', H5WASM]),
    only('protocol-may-import', '^protocol/', ['^(protocol|formats)/', npm('vscode-jsonrpc')]),
    only('language-may-import', '^server/src/languages/[^/]+/', [
      '^formats/',
      '^server/src/(workspace|diagnostics)/',
      '^server/src/languages/[^/]+/',
      LANGUAGE,
      npm('chevrotain|jsonc-parser'),
    ]),
    only('languages-may-import', '^server/src/languages/[^/]+\\.ts$', [
      '^formats/',
      '^server/src/(workspace|diagnostics|languages)/',
    ]),
    only('workspace-may-import', '^server/src/workspace/', [
      '^formats/',
      '^server/src/workspace/',
      LANGUAGE,
      npm('vscode-uri'),
    ]),
    only('diagnostics-may-import', '^server/src/diagnostics/', [
      '^formats/',
      '^server/src/(diagnostics|workspace)/',
      LANGUAGE,
    ]),
    only('service-may-import', '^server/src/(service|emodel)/', [
      '^formats/',
      '^server/src/(service|emodel|workspace|diagnostics)/',
      LANGUAGE,
      REGISTRY,
      npm('vscode-uri'),
    ]),
    only('lsp-may-import', '^server/src/(lsp/|main\\.ts)', [
      '^(formats|protocol)/',
      '^server/src/(lsp|service|workspace|diagnostics)/',
      LANGUAGE,
      npm('vscode-languageserver|vscode-languageserver-textdocument|vscode-jsonrpc|vscode-uri'),
    ]),
    only('cli-may-import', '^cli/', [
      '^(cli|formats)/',
      '^server/src/(service|diagnostics|lsp)/',
      '^package\\.json$',
      npm('vscode-languageserver|vscode-uri|jsonc-parser'),
    ]),
    only('client-may-import', '^client/', [
      '^(client|formats|protocol)/',
      VSCODE,
      npm('vscode-languageclient|vscode-jsonrpc'),
    ]),
    only('webviews-may-import', '^webviews/', [
      '^(webviews|formats|protocol)/',
      npm('three|uplot|@vscode-elements/[^/]+|@vscode/codicons|@tanstack/[^/]+|vscode-jsonrpc'),
    ]),
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
      'types-of-diagnostics-and-languages',
      'Levels and rules run behind the service: outside of it only their types are known.',
      { path: ['^cli/', '^server/src/(lsp/|main\\.ts)', '^server/src/workspace/'] },
      { path: ['^server/src/diagnostics/', LANGUAGE], ...TYPES },
    ),
    never(
      'cli-starts-the-server-in-one-place',
      'Only cli/src/lsp.ts knows the protocol layer.',
      { path: '^cli/', pathNot: '^cli/src/lsp\\.ts$' },
      { path: ['^server/src/lsp/', SERVER_PROTOCOL] },
    ),
    never(
      'client-knows-no-machine',
      'Files are VS Code’s to open, so that the client works wherever VS Code does.',
      { path: '^client/', pathNot: NODE_FILES },
      { dependencyTypes: ['core'] },
    ),
    never('protocol-knows-no-machine', 'Messages do nothing.', { path: '^protocol/' }, { dependencyTypes: ['core'] }),
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
