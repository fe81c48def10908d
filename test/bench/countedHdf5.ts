import type { Hdf5File } from '../../formats/hdf5/api';

/** A file that counts what it is asked. */
export function countedHdf5(file: Hdf5File): Hdf5File & { readonly requests: number } {
  let requests = 0;
  const counted =
    <Question extends unknown[], Answer>(ask: (...question: Question) => Promise<Answer>) =>
    (...question: Question): Promise<Answer> => {
      requests++;
      return ask(...question);
    };
  return {
    size: file.size,
    children: counted(file.children.bind(file)),
    entity: counted(file.entity.bind(file)),
    attributes: counted(file.attributes.bind(file)),
    read: counted(file.read.bind(file)),
    minMax: counted(file.minMax.bind(file)),
    search: counted(file.search.bind(file)),
    close: () => file.close(),
    get requests() {
      return requests;
    },
  };
}
