import manifest from '../../package.json';

export const version = manifest.version;

/** The text of `bbp --help`. */
export function help(): string {
  return `bbp ${version}: checks the files of Blue Brain simulations

bbp check PATH…            every problem of every known file under the paths
    --format FORMAT        human (default), json, sarif or github
    --fail-on LEVEL        exit with 1 from this level on: error (default), warning or never
    --rule CODE=LEVEL      a rule's level: error, warning, information, hint or off; may be repeated
    --jobs N               files checked at once (default: all cores, at least 8)
    --no-settings          do not read bbp.* from .vscode/settings.json of the current folder

bbp inspect FILE…          what a data file is and holds: kind, counts, lengths, problems
    --json                 one JSON object a line
    --measures             with the features that NeuroM computes
    --barcode              with the persistence barcodes of TMD
    --points               with the points of every section

bbp read FILE PATH         values of an HDF5 dataset, a series of an NWB file, a sweep of an ABF file
    --slice "0:10,:,3"     part of it: ranges and rows, as in h5py
    --json, --csv          as one JSON object (default) or as lines

bbp convert FILE -o OUT    a morphology as SWC, ASC or H5: the ending of OUT says which

bbp targets FILE [NAME]    the targets that a config or target file sees; with NAME its cells
    --json                 as one JSON object

bbp lsp --stdio            the language server, for any editor

Exit codes: 0 nothing found, 1 something found, 2 wrong usage or a path that cannot be looked into.
`;
}
