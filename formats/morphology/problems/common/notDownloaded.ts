import { defineProblem } from '../../problem';

export const notDownloaded = defineProblem({
  code: 'morph/not-downloaded',
  title: 'Git LFS pointer',
  level: 'error',
  category: 'file',
  formats: ['swc', 'asc', 'h5'],
  documentation: `
In the place of the morphology there is a pointer of Git LFS: the content of the file was not downloaded. Run
\`git lfs pull\` in the repository.
`,
  examples: {
    good: [{ format: 'swc', text: '1 1 0 0 0 5 -1\n2 3 0 5 0 1 1\n3 3 0 9 0 1 2\n' }],
    bad: [
      {
        format: 'swc',
        text: 'version https://git-lfs.github.com/spec/v1\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
      },
    ],
  },
});
