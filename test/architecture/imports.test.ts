import assert from "node:assert/strict";
import { dirname } from "node:path/posix";
import ts from "typescript";
import { importsOf, nodesOf, resolveImport, type Source, sourcesOf } from "./sources";

const sources = [...sourcesOf("src"), ...sourcesOf("webview")];

function dynamicImportsOf({ tree }: Source): string[] {
  return nodesOf(tree, ts.isCallExpression).flatMap(({ expression, arguments: [file] }) =>
    expression.kind === ts.SyntaxKind.ImportKeyword && file && ts.isStringLiteral(file)
      ? [file.text]
      : [],
  );
}

describe("Imports", () => {
  it("of src and webview are found, those of types included", () => {
    assert.ok(sources.flatMap(importsOf).includes("vscode"));
  });

  it("by import() lead to modules of src/later.ts, for its bundle is what they read", () => {
    const later = sources.find(({ path }) => path === "src/later.ts");
    assert.ok(later);
    const bundled = new Set(importsOf(later).map((file) => resolveImport(later, file)));
    const others = sources
      .filter(({ path }) => path.startsWith("src/") && path !== "src/extension.ts")
      .flatMap((source) => dynamicImportsOf(source).map((file) => resolveImport(source, file)))
      .filter((file) => file !== undefined && !bundled.has(file));
    assert.ok(bundled.size > 5);
    assert.deepEqual(others, []);
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

  it("of two folders never go both ways, types included", () => {
    const pairs = new Set(
      sources.flatMap((source) =>
        importsOf(source)
          .flatMap((specifier) => resolveImport(source, specifier) ?? [])
          .map((target) => `${dirname(source.path)} and ${dirname(target)}`),
      ),
    );
    const mutual = [...pairs].filter((pair) => {
      const [from = "", to = ""] = pair.split(" and ");
      return from < to && pairs.has(`${to} and ${from}`);
    });
    assert.ok(pairs.size > 100);
    assert.deepEqual(mutual, []);
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
