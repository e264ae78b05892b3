/**
 * A README as the extension's page shows it: without what is for readers of the repository (between
 * `<!-- repository -->` and `<!-- /repository -->`), and without anything that leads nowhere. VS Code shows
 * pictures from https alone and follows no relative links, so both lead to the repository or go.
 *
 * @param {string} text Markdown.
 * @param {string} [repository] "https://github.com/owner/name"; undefined: there is none.
 */
export function packedReadme(text, repository) {
  const own = text.replace(/<!-- repository -->[\s\S]*?<!-- \/repository -->/g, "");
  const whole = repository === undefined ? withoutRelative(own) : withAbsolute(own, repository);
  return whole.replace(/\n{3,}/g, "\n\n");
}

const picture = /<picture>[\s\S]*?<\/picture>/g;
const markdownLink = /(!?)\[([^\]]*)\]\((?!https:|#)([^)]+)\)/g;

/** @param {string} text */
function withoutRelative(text) {
  return text
    .replace(picture, "")
    .replace(markdownLink, (_, image, label) => (image === "!" ? "" : label));
}

/** @param {string} text @param {string} repository */
function withAbsolute(text, repository) {
  /** @param {string} path */
  const raw = (path) => `${repository}/raw/HEAD/${path}`;
  return text
    .replace(picture, (tags) =>
      tags.replace(
        /\b(src|srcset)="(?!https:)([^"]+)"/g,
        (_, name, path) => `${name}="${raw(path)}"`,
      ),
    )
    .replace(markdownLink, (_, image, label, path) => {
      const url = image === "!" ? raw(path) : `${repository}/blob/HEAD/${path}`;
      return `${image}[${label}](${url})`;
    });
}

/**
 * Why a page of the extension would show something broken, or explain how to build the extension.
 *
 * @param {string} text Markdown.
 */
export function readmeProblems(text) {
  const links = [...text.matchAll(markdownLink)].map(([link]) => link);
  const sources = [...text.matchAll(/\b(?:src|srcset|href)="(?!https:|#)[^"]*"/g)].map(
    ([tag]) => tag,
  );
  const commands = [...text.matchAll(/\bnpm (?:run|start|test|ci|install)\b/g)].map(
    ([command]) => command,
  );
  return [...links, ...sources, ...commands];
}
