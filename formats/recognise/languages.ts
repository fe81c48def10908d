import { blueConfigFiles } from './blueconfig';
import { circuitTargetFiles } from './circuittarget';
import type { LanguageFiles } from './languageFiles';
import { neurolucidaFiles } from './neurolucida';
import { swcFiles } from './swc';

/**
 * Every language, one line each. The client, the manifest (`npm run generate`) and the tests know languages from here
 * alone; the server's registry has one line each as well, with what the language does.
 */
export const languageFiles: readonly LanguageFiles[] = [
  blueConfigFiles,
  circuitTargetFiles,
  swcFiles,
  neurolucidaFiles,
];
