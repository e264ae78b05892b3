import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { spokenCell } from "../../../../../webview/fleet/state/spokenCell";
import { buildTrouble } from "../../../../builders/nodeState";
import { fleetSource, type GivenNode } from "./fleetSource";

const format = createFormat("en");

function spoken(given: GivenNode, id: Parameters<typeof spokenCell>[2]): string {
  return spokenCell(fleetSource([{ name: "web-02", ...given }]), 0, id, format);
}

describe("spokenCell", () => {
  it("says the node, the column, the value, and whether it is over the threshold", () => {
    const troubles = [buildTrouble("disk")];
    assert.equal(
      spoken({ troubles, figures: { disk: 97 } }, "disk"),
      "web-02, Disk 97%, over the threshold",
    );
  });

  it("says both values of the network", () => {
    const figures = { networkIn: 2048, networkOut: 1024 };
    assert.equal(spoken({ figures }, "network"), "web-02, Network download 2K, upload 1K");
  });

  it("says of an offline node that the value is unknown", () => {
    const given = { presence: "offline", figures: { networkIn: 2048, networkOut: 1024 } } as const;
    assert.equal(spoken(given, "network"), "web-02, Network unknown");
  });
});
