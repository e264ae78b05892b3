import { requestText } from "../../../shared/call/requestText";
import { signature, type SnippetRequest } from "./snippetRequest";

/** For POSIX shells; the secret is read from the environment. */
export function curlSnippet({ url, method, params, sign }: SnippetRequest): string {
  const signed = signature(sign);
  const words = [
    `curl ${shellQuote(url)}`,
    "-H 'Content-Type: application/json'",
    ...(signed ? [`-H "${signed.header}: ${signed.text}$${signed.variable}"`] : []),
    `--data-raw ${shellQuote(requestText(method, params))}`,
  ];
  return `${words.join(" \\\n  ")}\n`;
}

/** One word, in which nothing means anything to the shell. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
