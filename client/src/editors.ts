/** What the entry loads when a file is opened in one of our views. */
import type * as vscode from 'vscode';
import { DataEditors } from './editors/data/provider';
import { MorphologyEditors } from './editors/morphology/provider';

export interface Editors {
  readonly morphology: MorphologyEditors;
  readonly data: DataEditors;
  readonly stop: () => Promise<void>;
}

export function createEditors(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Editors {
  const morphology = new MorphologyEditors(context, output);
  const data = new DataEditors(context, output);
  return { morphology, data, stop: () => morphology.dispose() };
}
