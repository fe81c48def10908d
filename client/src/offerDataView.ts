/** Offers our view where VS Code shows an HDF5 file as binary: once a session, and never over another extension's. */
import * as vscode from 'vscode';
import { dataViewTypes } from './commands/data';

const NEVER = 'bbp.data.neverOffer';
const ENDINGS = /\.(h5|hdf5)$/i;
/** A text that opens for the file is there after this time, in ms; a binary file has none. */
const PATIENCE = 1000;

type Extensions = () => readonly { readonly id: string; readonly packageJSON: unknown }[];

export function offerDataView(state: vscode.Memento, extensions: Extensions): vscode.Disposable {
  let isDone = state.get(NEVER) === true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (isDone || !binaryTab()) return;
    timer = setTimeout(() => {
      const tab = binaryTab();
      if (isDone || !tab) return;
      isDone = true;
      if (!isClaimedByOthers(extensions())) void ask(tab, state);
    }, PATIENCE);
  };
  look();
  return vscode.Disposable.from(vscode.window.tabGroups.onDidChangeTabs(look), {
    dispose: () => {
      clearTimeout(timer);
    },
  });
}

/** The active tab, where it is an HDF5 file of which VS Code has no text. */
function binaryTab(): { readonly tab: vscode.Tab; readonly uri: vscode.Uri } | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (!tab || !(tab.input instanceof vscode.TabInputText)) return undefined;
  const { uri } = tab.input;
  if (!ENDINGS.test(uri.path)) return undefined;
  const name = uri.toString();
  const hasText = vscode.workspace.textDocuments.some((document) => document.uri.toString() === name);
  return hasText ? undefined : { tab, uri };
}

async function ask(
  shown: { readonly tab: vscode.Tab; readonly uri: vscode.Uri },
  state: vscode.Memento,
): Promise<void> {
  const [always, once, never] = [vscode.l10n.t('Always'), vscode.l10n.t('Once'), vscode.l10n.t('Never')];
  const question = vscode.l10n.t('Open HDF5 files with BBP Data?');
  const answer = await vscode.window.showInformationMessage(question, always, once, never);
  if (answer === never) await state.update(NEVER, true);
  if (answer === always) await associate();
  if (answer === always || answer === once) {
    await vscode.commands.executeCommand(
      'vscode.openWith',
      shown.uri,
      dataViewTypes.option,
      shown.tab.group.viewColumn,
    );
    await vscode.window.tabGroups.close(shown.tab);
  }
}

async function associate(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('workbench');
  const { globalValue } = configuration.inspect<Readonly<Record<string, string>>>('editorAssociations') ?? {};
  const ours = { '*.h5': dataViewTypes.option, '*.hdf5': dataViewTypes.option };
  await configuration.update('editorAssociations', { ...globalValue, ...ours }, vscode.ConfigurationTarget.Global);
}

/** Whether an editor of another extension is there for HDF5 files; those for files of any kind do not count. */
function isClaimedByOthers(extensions: ReturnType<Extensions>): boolean {
  return extensions.some(({ id, packageJSON }) => {
    if (id === 'bbp-formats.bbp-formats') return false;
    const { contributes } = (packageJSON ?? {}) as { readonly contributes?: { readonly customEditors?: unknown } };
    const editors = contributes?.customEditors;
    return Array.isArray(editors) && editors.some(claims);
  });
}

function claims(editor: unknown): boolean {
  const { selector } = (editor ?? {}) as { readonly selector?: unknown };
  if (!Array.isArray(selector)) return false;
  return selector.some((one: unknown) => {
    const { filenamePattern } = (one ?? {}) as { readonly filenamePattern?: unknown };
    return typeof filenamePattern === 'string' && /\b(h5|hdf5|hdf)\b/i.test(filenamePattern);
  });
}
