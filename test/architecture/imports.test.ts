import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { importsOf, resolveImport, root, type Source, sourcesOf } from "./sources";

interface Wall {
  readonly folders: readonly string[];
  readonly packages: RegExp;
}

const none = /(?!)/;
const core = ["shared", "util", "rpc", "komari", "fleet", "contributions"];

/** docs/architecture.md: which of our folders, and which packages, a folder of src may import. */
const walls: Readonly<Record<string, Wall>> = {
  shared: { folders: [], packages: /^(@vscode\/l10n|jsonc-parser)$/ },
  util: { folders: [], packages: /^node:os$/ },
  contributions: { folders: [], packages: none },
  rpc: { folders: ["util"], packages: /^(ws|node:.*)$/ },
  komari: { folders: ["rpc", "shared", "util"], packages: /^(@vscode\/l10n|node:.*)$/ },
  fleet: { folders: ["komari", "shared", "util"], packages: none },
  platform: { folders: core, packages: /^(vscode|@vscode\/l10n|node:.*)$/ },
  features: { folders: [...core, "platform"], packages: /^(vscode|@vscode\/l10n|node:.*)$/ },
  services: {
    folders: [...core, "platform", "features"],
    packages: /^(vscode|@vscode\/l10n|node:.*)$/,
  },
  extension: {
    folders: [...core, "platform", "features", "services"],
    packages: /^(vscode|@vscode\/l10n|node:.*)$/,
  },
};

const sources = sourcesOf("src");
const webview = sourcesOf("webview");

/** "fleet" of src/fleet/poller.ts and "services" of src/services.ts. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/.]+)/.exec(path)?.[1];
}

function breaks(source: Source, specifier: string): boolean {
  const self = folderOf(source.path) ?? "";
  const wall = walls[self];
  const target = resolveImport(source, specifier);
  if (target === undefined) return wall?.packages.test(specifier) !== true;
  const folder = folderOf(target);
  return folder === undefined || (folder !== self && wall?.folders.includes(folder) !== true);
}

function offences(files: readonly Source[], test: (source: Source, specifier: string) => boolean) {
  return files.flatMap((source) =>
    importsOf(source)
      .filter((specifier) => test(source, specifier))
      .map((specifier) => `${source.path} imports ${specifier}`),
  );
}

describe("imports", () => {
  it("are seen at all", () => {
    assert.ok(sources.length > 50);
    assert.ok(sources.flatMap(importsOf).includes("vscode"));
  });

  for (const folder of Object.keys(walls)) {
    it(`of ${folder} stay within its walls`, () => {
      const own = sources.filter(({ path }) => folderOf(path) === folder);
      assert.ok(own.length > 0, "the folder has gone: take its wall down");
      assert.deepEqual(offences(own, breaks), []);
    });
  }

  it("know every folder of src", () => {
    const folders = new Set(sources.map(({ path }) => folderOf(path)));
    assert.deepEqual([...folders].sort(), Object.keys(walls).sort());
  });

  it("of webview panels go to their own folder, webview/lib and src/shared only", () => {
    const foreign = (source: Source, specifier: string) => {
      const target = resolveImport(source, specifier);
      if (target === undefined) return /^(vscode|ws|node:.*)$/.test(specifier);
      const panel = source.path.split("/").slice(0, 2).join("/");
      return ![`${panel}/`, "webview/lib/", "src/shared/"].some((home) => target.startsWith(home));
    };
    assert.deepEqual(offences(webview, foreign), []);
  });

  it("lead nowhere in tests", () => {
    const intoTests = (source: Source, specifier: string) =>
      resolveImport(source, specifier)?.startsWith("test/") === true;
    assert.deepEqual(offences([...sources, ...webview], intoTests), []);
  });

  it("lead to files that exist", () => {
    const known = new Set([...sources, ...webview].map(({ path }) => path));
    const missing = (source: Source, specifier: string) => {
      // esbuild alone reads style sheets, and fails where there is none.
      if (specifier.endsWith(".css")) return false;
      const target = resolveImport(source, specifier);
      if (specifier.endsWith(".css"))
        return !existsSync(join(root, dirname(source.path), specifier));
      return target !== undefined && !known.has(target);
    };
    assert.deepEqual(offences([...sources, ...webview], missing), []);
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
