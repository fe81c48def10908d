/** Saves what the view exports: always where the user says, and never over a file without the question. */
import * as vscode from 'vscode';
import type { Morphology, MorphologyFormat } from '../../../../formats/morphology/model';
import type { MorphologyProblem } from '../../../../formats/morphology/problem';
import { writeMorphology } from '../../../../formats/morphology/write/write';
import type { ExportFormat, ExportRequest } from '../../../../protocol/morphologyView';
import type { MorphologyDocument } from './document';
import type { MorphologyHdf5 } from './hdf5.node';

const TITLES: Readonly<Record<ExportFormat, string>> = {
  png: 'PNG',
  svg: 'SVG',
  csv: 'CSV',
  json: 'JSON',
  swc: 'SWC',
  asc: 'Neurolucida ASC',
  h5: 'HDF5',
};

/** Problems that are written out in a message. */
const SHOWN_PROBLEMS = 3;

/** @returns name of the file; null where nothing was saved */
export async function exportFrom(
  document: MorphologyDocument,
  request: ExportRequest,
  hdf5: MorphologyHdf5,
  program: string,
): Promise<string | null> {
  const made = await contentOf(document, request, hdf5, program);
  if (!made) return null;
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggestedPlace(document.uri, request.suggestedName),
    filters: { [TITLES[request.format]]: [request.format] },
    saveLabel: vscode.l10n.t('Export'),
  });
  if (!target) return null;
  await vscode.workspace.fs.writeFile(target, made.bytes);
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  if (made.problems.length > 0) {
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} was written. {1}', name, said(made.problems)));
  }
  return name;
}

interface Made {
  readonly bytes: Uint8Array;
  /** What the format has no place for. */
  readonly problems: readonly MorphologyProblem[];
}

async function contentOf(
  document: MorphologyDocument,
  { content, format }: ExportRequest,
  hdf5: MorphologyHdf5,
  program: string,
): Promise<Made | undefined> {
  if (isMorphologyFormat(format)) {
    const morphology = document.shown?.morphology;
    return morphology && convert(morphology, format, hdf5, program);
  }
  if (content === undefined) return undefined;
  return { bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, problems: [] };
}

function isMorphologyFormat(format: ExportFormat): format is MorphologyFormat {
  return format === 'swc' || format === 'asc' || format === 'h5';
}

/** undefined where it cannot be written; the user was told. */
async function convert(
  morphology: Morphology,
  format: MorphologyFormat,
  hdf5: MorphologyHdf5,
  program: string,
): Promise<Made | undefined> {
  const { problems, refused, text, hdf5: description } = writeMorphology(morphology, format, program);
  if (refused) {
    const message = vscode.l10n.t('Not written as {0}: {1}', TITLES[format], said(problems));
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
  if (text !== undefined) return { bytes: new TextEncoder().encode(text), problems };
  return description && { bytes: await hdf5.make(description), problems };
}

function said(problems: readonly MorphologyProblem[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map(({ message }) => message);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [vscode.l10n.t('And {0} more.', more)] : [])].join(' ');
}

/** Beside the file; where nothing can be written there, in the first folder that is open. */
function suggestedPlace(uri: vscode.Uri, name: string): vscode.Uri {
  const isWritable = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
  const folder = isWritable ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(folder ?? vscode.Uri.joinPath(uri, '..'), name);
}
