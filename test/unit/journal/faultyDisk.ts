import type { Files } from '../../../src/platform/replacing';

/** What goes wrong at a step of the disk's work. */
export interface Fault {
  readonly step: number;
  /** The disk refuses and goes on; or the window is gone in the middle of it. */
  readonly kind: 'full' | 'crash';
  /** How much of a text is written by then, from 0 to 1. */
  readonly share: number;
}

/**
 * A folder whose operations take the steps that they take in VS Code, each of which may fail: a write truncates and
 * then fills the file, a rename over a file deletes it, renames, and then says so.
 */
export class FaultyDisk implements Files {
  readonly path = '/journal';
  /** One character for each byte. */
  readonly files = new Map<string, string>();
  /** Steps taken so far. */
  steps = 0;
  /** Characters that a write may have. */
  room = Number.POSITIVE_INFINITY;
  isCrashed = false;

  constructor(private readonly faults: readonly Fault[]) {}

  /** The same files, with other faults or none. */
  copy(faults: readonly Fault[] = []): FaultyDisk {
    const disk = new FaultyDisk(faults);
    for (const [name, text] of this.files) {
      disk.files.set(name, text);
    }
    return disk;
  }

  restart(): void {
    this.isCrashed = false;
  }

  /** Takes a step; where it fails, `part` is done with the share of it that was reached. */
  #step(part: (share: number) => void = () => undefined): void {
    if (this.isCrashed) {
      throw new Error('the window is gone');
    }
    const fault = this.faults.find(({ step }) => step === this.steps);
    this.steps += 1;
    if (fault) {
      part(fault.share);
      this.isCrashed = fault.kind === 'crash';
      throw new Error(this.isCrashed ? 'the window is gone' : 'ENOSPC: no space left on device');
    }
  }

  async list(): Promise<string[]> {
    return [...this.files.keys()];
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const text = this.files.get(name);
    return text === undefined ? undefined : Buffer.from(text, 'latin1');
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const text = Buffer.from(bytes).toString('latin1');
    this.#step();
    const writePart = (share: number) => this.files.set(name, text.slice(0, Math.floor(share * text.length)));
    this.#step(writePart);
    if (text.length > this.room) {
      writePart(this.room / text.length);
      throw new Error('ENOSPC: no space left on device');
    }
    this.files.set(name, text);
    this.#step();
  }

  async rename(from: string, to: string, { overwrite }: { readonly overwrite: boolean }): Promise<void> {
    this.#step();
    if (this.files.has(to)) {
      if (!overwrite) {
        throw new Error(`there is a ${to}`);
      }
      this.files.delete(to);
      this.#step();
    }
    const text = this.files.get(from);
    if (text === undefined) {
      throw new Error(`there is no ${from}`);
    }
    this.files.delete(from);
    this.files.set(to, text);
    this.#step();
  }

  async remove(name: string): Promise<void> {
    this.#step();
    this.files.delete(name);
    this.#step();
  }
}
