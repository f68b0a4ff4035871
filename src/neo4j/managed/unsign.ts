import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const manifest = "META-INF/MANIFEST.MF";
const signature = /^META-INF\/[^/]+\.(?:SF|RSA|DSA|EC)$/;

/**
 * Takes the signature off a jar. The JVM checks the digest of every class of a signed jar at every start, and
 * keeps such classes out of its class-data archive; together that is a third of Neo4j's start. We have compared
 * the whole jar with its pinned checksum, which says more than the signature does.
 * @returns the jar without its signature, or null where it has none
 */
export function withoutSignature(jar: Uint8Array): Uint8Array | null {
  let signed = false;
  unzipSync(jar, {
    filter: ({ name }) => {
      signed ||= signature.test(name);
      return false;
    },
  });
  if (!signed) return null;
  const files = unzipSync(jar, { filter: ({ name }) => !signature.test(name) });
  const text = files[manifest] === undefined ? "" : strFromU8(files[manifest]);
  // The sections after the first one hold the digests of the classes, which the JVM takes for a signature too.
  files[manifest] = strToU8(`${text.split(/\r?\n\r?\n/, 1)[0]}\r\n\r\n`);
  // Not packed: that would take two seconds to save 25 MB.
  return zipSync(files, { level: 0, mtime: "1980-01-01T00:00:00" });
}
