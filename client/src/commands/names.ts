/**
 * Names of our commands, as the protocol has them. Written out, because importing the protocol's value would load the
 * message library into the entry; the type makes sure that they agree.
 */
import type { commands } from '../../../protocol/messages';

export const commandNames = {
  showResolvedTarget: 'bbp.showResolvedTarget',
  restartServer: 'bbp.restartServer',
  showOutput: 'bbp.showOutput',
} as const satisfies typeof commands;
