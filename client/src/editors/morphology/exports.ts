/** What the view exports: as it gives it, or converted from the file. */
import * as vscode from 'vscode';
import type { Morphology, MorphologyFormat } from '../../../../formats/morphology/model';
import type { MorphologyProblem } from '../../../../formats/morphology/problem';
import { writeMorphology } from '../../../../formats/morphology/write/write';
import type { ExportFormat, ExportRequest } from '../../../../protocol/morphologyView';
import { exportBytes, saveExport } from '../common/saving';
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
  const kind = { title: TITLES[request.format], ending: request.format };
  const name = await saveExport(document.uri, request.suggestedName, kind, made.bytes);
  if (name === null) return null;
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
  return { bytes: exportBytes(content), problems: [] };
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
