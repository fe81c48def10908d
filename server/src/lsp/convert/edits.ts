import {
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type * as results from '../../service/results';
import { joinUri } from '../../workspace/paths';
import type { ClientFeatures } from '../clientFeatures';
import type { DiagnosticConverter } from './diagnostics';

/** The protocol creates files only: a folder comes with one that says that it is to be kept. */
const FILE_OF_NEW_FOLDER = '.gitkeep';

export class EditConverter {
  readonly #features: ClientFeatures;
  readonly #diagnostics: DiagnosticConverter;
  readonly #clientUri: (uri: string) => string;

  constructor(features: ClientFeatures, diagnostics: DiagnosticConverter, clientUri: (uri: string) => string) {
    this.#features = features;
    this.#diagnostics = diagnostics;
    this.#clientUri = clientUri;
  }

  /** undefined where the client cannot do all of it, or there is nothing to do. */
  workspaceEdit({ files, createFolders = [] }: results.WorkspaceEdit): WorkspaceEdit | undefined {
    const changed = files.filter(({ edits }) => edits.length > 0);
    if (changed.length + createFolders.length === 0) return undefined;
    if (this.#features.documentChanges) {
      if (createFolders.length > 0 && !this.#features.createFiles) return undefined;
      const created = createFolders.map((folder) =>
        CreateFile.create(joinUri(folder, FILE_OF_NEW_FOLDER), { ignoreIfExists: true }),
      );
      const edited = changed.map(({ uri, version, edits }) =>
        TextDocumentEdit.create({ uri: this.#clientUri(uri), version }, [...edits]),
      );
      return { documentChanges: [...created, ...edited] };
    }
    if (createFolders.length > 0) return undefined;
    return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [this.#clientUri(uri), [...edits]])) };
  }

  /** @param shown the diagnostics that the client shows there, to say which of them is mended */
  codeAction(action: results.CodeAction, shown: readonly Diagnostic[]): CodeAction | undefined {
    const edit = this.workspaceEdit(action.edit);
    if (!edit) return undefined;
    const { title, kind, preferred, diagnostic } = action;
    return {
      title,
      kind,
      ...(diagnostic && {
        diagnostics: [shown.find((each) => isSame(each, diagnostic)) ?? this.#diagnostics.convert(diagnostic)],
      }),
      ...(preferred && this.#features.preferredCodeActions && { isPreferred: true }),
      edit,
    };
  }
}

function isSame({ code, range }: Diagnostic, own: results.Diagnostic): boolean {
  const isAt = (a: results.Position, b: results.Position): boolean => a.line === b.line && a.character === b.character;
  return code === own.code && isAt(range.start, own.range.start) && isAt(range.end, own.range.end);
}
