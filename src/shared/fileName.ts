import { singleLine } from "./singleLine";

const longestName = 60;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Text of a server's choosing as a file's name, without extension: nothing that means a folder, a
 * drive or a device to any system, and neither hidden nor endless.
 */
export function safeName(text: string): string {
  const plain = singleLine(text)
    .replace(/[/\\:*?"<>|]+/g, "-")
    .replace(/^[\s.-]+|[\s.-]+$/g, "");
  const name = Array.from(plain).slice(0, longestName).join("").trim();
  return name === "" || device.test(name) ? `komari ${name}`.trim() : name;
}

/**
 * The same with a day in it.
 * @param from milliseconds since the epoch.
 * @param extension with its dot.
 */
export function fileName(text: string, from: number, extension: string): string {
  return `${safeName(text)} ${new Date(from).toISOString().slice(0, 10)}${extension}`;
}
