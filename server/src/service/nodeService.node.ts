import { NodeWorkspace } from '../workspace/nodeWorkspace.node';
import { LanguageService } from './languageService';

/** The service over the files of this machine. @param folders URIs of the folders that belong together */
export function nodeLanguageService(folders: readonly string[]): LanguageService {
  return new LanguageService(new NodeWorkspace(folders));
}
