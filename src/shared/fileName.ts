import { clip } from "./clip";
import { singleLine } from "./singleLine";

const maxLength = 60;

/** Of a text of any length, what its name may come from. */
const maxText = 1000;

/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i;

/**
 * Text of a server's choosing as a file's name, without extension: nothing that means a folder, a
 * drive or a device to any system, and neither hidden nor endless.
 */
export function safeName(text: string): string {
  const plain = withoutEdges(singleLine(text.slice(0, maxText)).replace(/[/\\:*?"<>|]+/g, "-"));
  // No system takes more than 255 bytes, with the day and the extension; Windows takes a dot at the end away.
  const name = withoutEdges(clip(plain, maxLength));
  return name === "" || device.test(name) ? `komari ${name}`.trim() : name;
}

function withoutEdges(text: string): string {
  return text.replace(/^[\s.-]+|[\s.…-]+$/g, "");
}

/**
 * The same with a day in it.
 * @param from milliseconds since the epoch.
 * @param extension with its dot.
 */
export function fileName(text: string, from: number, extension: string): string {
  return `${safeName(text)} ${new Date(from).toISOString().slice(0, 10)}${extension}`;
}
