/** A tooltip as it is read: title, links and the lines of the table, without our spans. */
export interface ReadTooltip {
  readonly title: string;
  readonly links: readonly string[];
  readonly rows: readonly (readonly [label: string, value: string])[];
  /** The value of the line with this label. */
  readonly value: (label: string) => string | undefined;
  /** Texts in the warning color. */
  readonly warnings: readonly string[];
}

/** Reads the Markdown of a row's tooltip; emphasis marks stay. */
export function readTooltip(markdown: string): ReadTooltip {
  const [head = "", ...lines] = markdown.split("\n").filter((line) => line !== "");
  const [title = "", links = ""] = head.split("\u2003");
  const rows = lines.slice(2).map((line) => {
    const [label = "", value = ""] = line.split("|").slice(1, -1).map(readable);
    return [label, value] as const;
  });
  return {
    title: readable(title),
    links: [...links.matchAll(/\[([^\]]+)\]/g)].map(([, text = ""]) => text),
    rows,
    value: (label) => rows.find(([name]) => name === label)?.[1],
    warnings: [...markdown.matchAll(/<span style="color:[^"]*warning[^"]*">(.*?)<\/span>/g)].map(
      ([, text = ""]) => readable(text),
    ),
  };
}

/** Without HTML and word joiners, character references resolved, every kind of space plain and single. */
function readable(markdown: string): string {
  return markdown
    .replace(/<\/?span[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
