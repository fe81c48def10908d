/** Folders that no search enters: hidden ones, and those in which tools keep what they have made or fetched. */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules' || name === '__pycache__' || name === 'x86_64';
}
