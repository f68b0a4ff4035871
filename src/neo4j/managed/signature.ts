import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const manifest = "META-INF/MANIFEST.MF";
const signature = /^META-INF\/[^/]+\.(?:SF|RSA|DSA|EC)$/;

/**
 * Removes the signature from a jar. The JVM checks the digest of every class of a signed jar at every start, and such
 * classes cannot be in a class-data archive. Together that is a third of Neo4j's start. GovGraph has compared the whole
 * jar with its pinned checksum, which proves more than the signature does.
 * @returns the jar without its signature, or null if it has none
 */
export function withoutSignature(jar: Uint8Array): Uint8Array | null {
  let isSigned = false;
  unzipSync(jar, {
    filter: ({ name }) => {
      isSigned ||= signature.test(name);
      return false;
    },
  });
  if (!isSigned) return null;
  const files = unzipSync(jar, { filter: ({ name }) => !signature.test(name) });
  const text = files[manifest] === undefined ? "" : strFromU8(files[manifest]);
  // All sections after the first hold digests of classes, which the JVM takes for a signature too.
  files[manifest] = strToU8(`${text.split(/\r?\n\r?\n/, 1)[0]}\r\n\r\n`);
  // Compression would take two seconds to save 25 MB.
  return zipSync(files, { level: 0, mtime: "1980-01-01T00:00:00" });
}
