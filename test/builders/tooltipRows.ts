/** A tooltip as it is read: the title and the lines of the table, character references resolved. */
export interface ReadTooltip {
  readonly title: string;
  readonly rows: ReadonlyMap<string, string>;
}

/** Reads what `nodeTooltip` wrote; emphasis marks stay. */
export function readTooltip(markdown: string): ReadTooltip {
  const [title = "", ...lines] = markdown.split("\n").filter((line) => line !== "");
  const cells = lines.slice(2).map((line) => line.split("|").slice(1, -1).map(readable));
  const rows = new Map(cells.map(([name = "", value = ""]) => [name, value]));
  return { title: readable(title), rows };
}

function readable(markdown: string): string {
  const text = markdown.replace(/&#(\d+);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );
  return text.trim();
}
