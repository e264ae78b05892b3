import { type CommandId } from "../../manifest/contributions";

/** Markdown: a link that runs one of our commands. No server text may stand in `title`. */
export function commandLink(title: string, command: CommandId, argument: unknown): string {
  const json = encodeURIComponent(JSON.stringify([argument]));
  // encodeURIComponent leaves marks that could end the link.
  const safe = json.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[${title}](command:${command}?${safe})`;
}
