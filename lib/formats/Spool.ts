/** Bytes that have to wait until they may be sent. Written once, then read once. */
export type Spool = {
  write: (bytes: Uint8Array) => void;
  read: () => Iterable<Uint8Array>;
  /** Lets go of what it holds; a spool that is not read to its end must be dropped too. */
  drop: () => void;
};

/** A folder on a server; an array in a test. */
export type MakeSpool = () => Spool;

export const memorySpool: MakeSpool = () => {
  let chunks: Uint8Array[] = [];
  return {
    write: (bytes) => void chunks.push(bytes),
    read: () => chunks,
    drop: () => {
      chunks = [];
    },
  };
};
