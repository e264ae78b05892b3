// @ts-check
import tseslint from "typescript-eslint";

/**
 * The import walls of docs/architecture.md: what each room may import of the others, and which packages.
 *
 * @type {Record<string, { rooms: string[], packages: string[] }>}
 */
const walls = {
  "src/manifest": { rooms: [], packages: [] },
  "src/json": { rooms: [], packages: ["jsonc-parser"] },
  "src/shared": { rooms: ["json"], packages: ["@vscode/l10n", "jsonc-parser"] },
  "src/util": { rooms: ["json"], packages: ["node:os"] },
  "src/rpc": { rooms: ["json", "util"], packages: ["ws", "node:.*"] },
  "src/komari": { rooms: ["json", "rpc", "shared", "util"], packages: ["node:.*", "@vscode/l10n"] },
  "src/fleet": { rooms: ["json", "komari", "shared", "util"], packages: [] },
  "src/settings": {
    rooms: ["fleet", "json", "komari", "manifest", "rpc", "shared", "util"],
    packages: ["vscode", "node:util"],
  },
  "src/platform": {
    rooms: ["fleet", "json", "komari", "manifest", "rpc", "settings", "shared", "util"],
    packages: ["vscode", "node:.*", "@vscode/l10n"],
  },
  "src/features": {
    rooms: ["fleet", "json", "komari", "manifest", "platform", "rpc", "settings", "shared", "util"],
    packages: ["vscode", "node:.*", "@vscode/l10n"],
  },
  "webview/lib": { rooms: ["src/json", "src/shared"], packages: ["@vscode/.*"] },
  "webview/chart": {
    rooms: ["lib", "src/json", "src/shared"],
    packages: ["@vscode/.*", "uplot.*"],
  },
  "webview/fleet": { rooms: ["lib", "src/json", "src/shared"], packages: ["@vscode/.*"] },
  "webview/call": { rooms: ["lib", "src/json", "src/shared"], packages: ["@vscode/.*"] },
};

/** @param {string} path @param {{ rooms: string[], packages: string[] }} wall @returns {import("eslint").Linter.Config} */
function wallRule(path, { rooms, packages }) {
  const [tree, own] = path.split("/");
  const siblings = Object.keys(walls).filter((other) => other.startsWith(`${tree}/`));
  const known = [
    "src",
    "test",
    "webview",
    "services",
    ...siblings.map((other) => other.split("/")[1]),
  ];
  const open = [own, ...rooms].map((room) => `${room}/`).join("|");
  const allowed = packages.length > 0 ? `(?!(?:${packages.join("|")})$)` : "";
  return {
    files: [`${path}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              // Out of its own folder an import leads by a room's name; inside it, by a name of its own.
              regex: `^(?:\\.\\./)+(?=(?:${known.join("|")})/)(?!${open})`,
              message: `${path} may import only itself and: ${rooms.join(", ") || "nothing"}.`,
            },
            {
              regex: `^(?!\\.)${allowed}`,
              message: `${path} may import these packages only: ${packages.join(", ") || "none"}.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ["dist", "out", ".vscode-test", "**/*.js", "**/*.mjs", "**/*.cjs"] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    // No rule is switched off in a file: `eslint-disable` has no effect and is itself an error.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    languageOptions: {
      parserOptions: {
        // One program over all, in a quarter less time than the four that tsc checks one by one.
        project: "tsconfig.lint.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true, named: true } }],
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true }],
      eqeqeq: "error",
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  ...Object.entries(walls).map(([path, wall]) => wallRule(path, wall)),
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-unused-expressions": "off",
    },
  },
);
