import { type SnippetFormat } from "../../../shared/call/callApi";
import { curlSnippet } from "./curlSnippet";
import { fetchSnippet } from "./fetchSnippet";
import { rpc2Snippet } from "./rpc2Snippet";
import { type SnippetRequest } from "./snippetRequest";

/** Ends with a line break. */
export function snippet(format: SnippetFormat, request: SnippetRequest): string {
  switch (format) {
    case "curl":
      return curlSnippet(request);
    case "fetch":
      return fetchSnippet(request);
    case "rpc2":
      return rpc2Snippet(request);
  }
}
