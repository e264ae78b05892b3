let building = 0;

/** @param {import("esbuild").Message} message */
function printError({ text, location }) {
  const { file, line, column } = location ?? { file: "esbuild.js", line: 1, column: 0 };
  console.log(`${file}:${line}:${column + 1}: error: ${text}`);
}

/**
 * Prints the lines by which the task in .vscode/tasks.json knows that the build of all bundles
 * began and ended, and where the errors are.
 * @type {import("esbuild").Plugin}
 */
export const watchReport = {
  name: "watch-report",
  setup(build) {
    build.onStart(() => {
      if (building++ === 0) console.log("[watch] build started");
    });
    build.onEnd(({ errors }) => {
      errors.forEach(printError);
      if (--building === 0) console.log("[watch] build finished");
    });
  },
};
