import { singleLine } from "../../../shared/singleLine";

const longestName = 60;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name for what is of a server's choosing: nothing that means a folder, a drive or a
 * device to any system, and neither hidden nor endless.
 * @param extension with its dot.
 */
export function fileName(text: string, from: number, extension: string): string {
  const plain = singleLine(text)
    .replace(/[/\\:*?"<>|]+/g, "-")
    .replace(/^[\s.-]+|[\s.-]+$/g, "");
  const name = Array.from(plain).slice(0, longestName).join("").trim();
  const day = new Date(from).toISOString().slice(0, 10);
  const safe = name === "" || device.test(name) ? `komari ${name}`.trim() : name;
  return `${safe} ${day}${extension}`;
}
