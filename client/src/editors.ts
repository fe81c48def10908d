/** What the entry loads when a file is opened in one of our views. */
import type * as vscode from 'vscode';
import { MorphologyEditors } from './editors/morphology/provider';

export interface Editors {
  readonly morphology: MorphologyEditors;
  readonly stop: () => Promise<void>;
}

export function createEditors(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Editors {
  const morphology = new MorphologyEditors(context, output);
  return { morphology, stop: () => morphology.dispose() };
}
