/** The settings that the morphology view goes by. */
import * as vscode from 'vscode';
import type { MorphologyViewSettings } from '../../../../protocol/morphologyView';

/** Sections of the configuration whose changes concern the view. */
export const SETTINGS = ['bbp.morphology', 'bbp.rules'] as const;

const LEVELS: ReadonlySet<string> = new Set(['error', 'warning', 'information', 'hint', 'off']);

export function viewSettings(uri: vscode.Uri): MorphologyViewSettings {
  const configuration = vscode.workspace.getConfiguration('bbp', uri);
  return {
    colors: entriesOf<string>(configuration.get('morphology.colors'), isText),
    levels: entriesOf<MorphologyViewSettings['levels'][string]>(configuration.get('rules'), isLevel, 'morph/'),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isLevel(value: unknown): value is MorphologyViewSettings['levels'][string] {
  return typeof value === 'string' && LEVELS.has(value);
}

/** What in a setting has the right form: users write these by hand. */
function entriesOf<Value>(
  setting: unknown,
  is: (value: unknown) => value is Value,
  prefix = '',
): Readonly<Record<string, Value>> {
  const kept: Record<string, Value> = {};
  if (typeof setting !== 'object' || setting === null) return kept;
  for (const [key, value] of Object.entries(setting)) if (key.startsWith(prefix) && is(value)) kept[key] = value;
  return kept;
}
