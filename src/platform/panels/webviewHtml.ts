import { randomBytes } from "node:crypto";

/** One page of ours, as a webview shows it. */
export interface WebviewPage {
  /** The source that the webview may load styles from. */
  readonly cspSource: string;
  /** Addresses that the webview can load. */
  readonly script: string;
  readonly style: string;
  /** BCP 47. */
  readonly locale: string;
  /** Untrusted text. */
  readonly title: string;
  /** Shown until the script has taken over. */
  readonly loading: string;
}

/**
 * The HTML of every webview of ours. Nothing runs but the one script, nothing is loaded but it and
 * the style sheet: a page can send requests to the host only.
 */
export function webviewHtml(page: WebviewPage, nonce = randomBytes(24).toString("base64")): string {
  const policy = [
    "default-src 'none'",
    `style-src ${page.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return [
    "<!DOCTYPE html>",
    `<html lang="${escapeHtml(page.locale)}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<link rel="stylesheet" href="${escapeHtml(page.style)}">`,
    "</head>",
    "<body>",
    `<p role="status">${escapeHtml(page.loading)}</p>`,
    `<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(page.script)}"></script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, in quotes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => references[mark] ?? mark);
}
