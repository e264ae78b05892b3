import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import ts from "typescript";

export const root = join(import.meta.dirname, "..", "..");

/** A file of ours, parsed. */
export interface Source {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every TypeScript file below `folder`. */
export function sourcesOf(folder: string): readonly Source[] {
  const top = join(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => source(join(entry.parentPath, entry.name)));
}

function source(file: string): Source {
  const path = relative(root, file).replaceAll("\\", "/");
  const text = readFileSync(file, "utf8");
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every node of the tree that `test` accepts. */
export function nodesOf<T extends ts.Node>(
  tree: ts.Node,
  test: (node: ts.Node) => node is T,
): readonly T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (test(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Where a node stands, as editors link it. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** All that a file imports, types too, by import, export, `import()` and `require`. */
export function importsOf({ tree }: Source): readonly string[] {
  return nodesOf(tree, ts.isStringLiteral)
    .filter(({ parent }) => {
      if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return true;
      if (ts.isExternalModuleReference(parent)) return true;
      if (ts.isLiteralTypeNode(parent)) return ts.isImportTypeNode(parent.parent);
      return ts.isCallExpression(parent) && loads(parent);
    })
    .map(({ text }) => text);
}

function loads({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || expression.getText() === "require";
}

/** The file that a relative import of `from` means; undefined for packages. */
export function resolveImport(from: Pick<Source, "path">, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return `${posix.join(posix.dirname(from.path), specifier).replace(/\.[jt]s$/, "")}.ts`;
}
