import { createHash } from "node:crypto";

/** A file of the data package. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
  /** Without a charset; every file is UTF-8. */
  readonly mediaType: string;
  /** Size (bytes). */
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export function toFile(name: string, mediaType: string, text: string): DataFile {
  return {
    name,
    text,
    mediaType,
    bytes: Buffer.byteLength(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

/** Returns the checksums of files, as `sha256sum --check` reads them. */
export const toChecksums = (files: readonly DataFile[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
