import { responseOf, nodesJson, recordsJson, resultOf } from "./harness/responseData";
import { assertAccessible } from "./harness/assertAccessible";
import { callSetup, methodSpec, named } from "./harness/callData";
import { openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const setup = callSetup({ method: methodSpec({ params: named([]) }) });

describe("Call page response accessibility", () => {
  checkPages();

  for (const width of [300, 1500]) {
    it(`has no findings of axe in any theme, ${width} wide`, async () => {
      const panel = await openCallPage({ width, height: 800, setup });
      const keep = (name: string) =>
        assertAccessible(panel, (theme) => panel.screenshot(`response-${name}-${theme}-${width}`));
      const tab = (name: string) => panel.page.getByRole("tab", { name }).click();
      await keep("empty");
      await panel.notify(
        "response",
        responseOf(resultOf(nodesJson(), { secrets: 3, chartable: true })),
      );
      await panel.page.getByRole("searchbox").fill("tokyo");
      await panel.page.getByRole("tree").focus();
      await keep("tree");
      await tab("Text");
      await keep("text");
      await panel.notify("response", responseOf(resultOf(recordsJson(300)), { id: 2 }));
      await tab("Table");
      await panel.page.getByRole("button", { name: "time" }).click();
      await keep("table");
      await panel.notify("response", {
        ...responseOf({
          kind: "error",
          text: "Demo rejected the parameters.",
          code: -32602,
          message: "UUID is required",
          data: '{"field":"uuid"}',
          actions: ["signIn", "showLog"],
        }),
        id: 3,
      });
      await keep("error");
      await panel.notifyRows(4, [
        { server: "Tokyo", state: "ok", tookMs: 12, bytes: 64, json: '{"version":"1.4.3"}' },
        { server: "Berlin", state: "error", tookMs: 40, text: "Berlin is not connected." },
        { server: "Oslo", state: "running" },
      ]);
      await panel.button("Tokyo").click();
      await keep("servers");
    });
  }
});
