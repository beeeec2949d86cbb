/** A flat folder of text files: what the journal and the draft need of a disk, so that tests can give them less. */
export interface TextFolder {
  /** For people: where this is. */
  readonly path: string;
  /** File names in it; none where the folder isn't there yet. Any other failure throws. */
  list(): Promise<string[]>;
  /** A file's text, or `undefined` where there is no such file. Any other failure throws. */
  read(name: string): Promise<string | undefined>;
  /** The same as bytes (UTF-8), for those who needn't decode all of it. */
  readBytes(name: string): Promise<Uint8Array | undefined>;
  /** Replaces a file whole: after a crash either the old or the new text is there, never a part. */
  replace(name: string, content: string | Uint8Array): Promise<void>;
  /** Moves a file aside within the folder, replacing nothing. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that isn't there is fine. */
  remove(name: string): Promise<void>;
}
