import assert from "node:assert/strict";
import { defaultChoices } from "../../src/shared/fleet/fleetChoices";
import { fleetSetup } from "./harness/fleetData";
import { openFleetPage } from "./harness/fleetPage";
import { checkPages } from "./harness/webviewPage";

describe("The fleet page: look", () => {
  checkPages();
  for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
    for (const width of [500, 922, 1500] as const) {
      it(`is drawn in ${theme} at ${width}`, async () => {
        const fleet = await openFleetPage({ theme, width, height: 730, nodes: 128 });
        assert.ok((await fleet.names()).length > 10);
        await fleet.screenshot(`fleet-${theme}-${width}`);
      });
    }
  }
  for (const theme of ["dark", "light", "highContrast"] as const) {
    it(`has a map in ${theme}`, async () => {
      const setup = fleetSetup({ choices: { ...defaultChoices, mode: "map" } });
      const fleet = await openFleetPage({ theme, width: 922, height: 730, nodes: 300, setup });
      await fleet.page.locator(".map-cell").nth(40).hover();
      await fleet.page.locator(".node-tip").waitFor();
      await fleet.screenshot(`fleet-map-${theme}`);
    });
  }
});
