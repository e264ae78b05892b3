import fs from "node:fs";
import zlib from "node:zlib";

const endOfDirectory = 0x06054b50;
const entryHeader = 0x02014b50;

/**
 * The files in a ZIP archive with their unpacked sizes and texts, read from its central directory.
 * @param {string} file
 */
export function zipEntries(file) {
  const zip = fs.readFileSync(file);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== endOfDirectory) end--;
  if (end < 0) throw new Error(`${file} is not a ZIP archive.`);
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== entryHeader) throw new Error(`${file} is damaged.`);
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const packed = { offset: zip.readUInt32LE(at + 42), size: zip.readUInt32LE(at + 20) };
    const isDeflated = zip.readUInt16LE(at + 10) === 8;
    const read = () => unpack(zip, packed, isDeflated);
    entries.push({ name, size: zip.readUInt32LE(at + 24), read });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/**
 * @param {Buffer} zip
 * @param {{ offset: number, size: number }} packed where the file's own header is
 * @param {boolean} isDeflated
 */
function unpack(zip, { offset, size }, isDeflated) {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const bytes = zip.subarray(start, start + size);
  return (isDeflated ? zlib.inflateRawSync(bytes) : bytes).toString("utf8");
}
