/**
 * Reads one value as the Bolt protocol writes it: null, truth, number, text, list, map or structure, without bytes and
 * without what only answers hold. Whole numbers come as bigint, so that they are not taken for floats when sent again.
 * @param {Buffer} bytes
 * @returns {{ value: any, end: number }} `end` is where the next value begins
 * @throws RangeError for a kind of value that no request holds
 */
export function unpack(bytes, at = 0) {
  const marker = bytes.readUInt8(at);
  const high = marker & 0xf0;
  const low = marker & 0x0f;
  const after = at + 1;
  if (marker < 0x80 || marker >= 0xf0) return { value: BigInt(bytes.readInt8(at)), end: after };
  if (high === 0x80) return text(bytes, after, low);
  if (high === 0x90) return list(bytes, after, low);
  if (high === 0xa0) return map(bytes, after, low);
  if (high === 0xb0) return list(bytes, after + 1, low);
  switch (marker) {
    case 0xc0:
      return { value: null, end: after };
    case 0xc1:
      return { value: bytes.readDoubleBE(after), end: after + 8 };
    case 0xc2:
    case 0xc3:
      return { value: marker === 0xc3, end: after };
    case 0xc8:
      return { value: BigInt(bytes.readInt8(after)), end: after + 1 };
    case 0xc9:
      return { value: BigInt(bytes.readInt16BE(after)), end: after + 2 };
    case 0xca:
      return { value: BigInt(bytes.readInt32BE(after)), end: after + 4 };
    case 0xcb:
      return { value: bytes.readBigInt64BE(after), end: after + 8 };
  }
  const read = { 208: text, 212: list, 216: map }[marker & 0xfc];
  const width = /** @type {1 | 2 | 4} */ (2 ** (marker & 0x03));
  if (read === undefined || width > 4) throw new RangeError(`no value of a request begins with ${marker}`);
  return read(bytes, after + width, bytes.readUIntBE(after, width));
}

/** @param {Buffer} bytes @param {number} at @param {number} size */
function text(bytes, at, size) {
  return { value: bytes.toString("utf8", at, at + size), end: at + size };
}

/** @param {Buffer} bytes @param {number} at @param {number} size */
function list(bytes, at, size) {
  const value = [];
  let end = at;
  for (let index = 0; index < size; index++) {
    const item = unpack(bytes, end);
    value.push(item.value);
    end = item.end;
  }
  return { value, end };
}

/** @param {Buffer} bytes @param {number} at @param {number} size */
function map(bytes, at, size) {
  const { value: flat, end } = list(bytes, at, size * 2);
  const pairs = Array.from({ length: size }, (_, index) => [flat[index * 2], flat[index * 2 + 1]]);
  return { value: Object.fromEntries(pairs), end };
}
