import assert from "node:assert/strict";
import { importsOf, resolveImport, sourcesOf } from "./sources";

const sources = [...sourcesOf("src"), ...sourcesOf("webview")];

describe("imports", () => {
  it("of src and webview are found, those of types included", () => {
    assert.ok(sources.flatMap(importsOf).includes("vscode"));
  });

  it("never go in a circle, types included", () => {
    const graph = new Map(
      sources.map((source) => [
        source.path,
        importsOf(source).flatMap((specifier) => resolveImport(source, specifier) ?? []),
      ]),
    );
    assert.deepEqual(circlesOf(graph), []);
  });
});

/** Every circle that a walk along the imports comes upon. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(" → "));
    if (start >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return circles;
}
