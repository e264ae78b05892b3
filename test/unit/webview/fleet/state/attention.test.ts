import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { attentionText, findAttention } from "../../../../../webview/fleet/state/attention";
import { buildTrouble } from "../../../../builders/nodeState";
import { fleetSource } from "./fleetSource";

const day = 86_400_000;
const now = 100 * day;
const source = fleetSource(
  [
    { troubles: [buildTrouble("expiry", 3)] },
    { troubles: [buildTrouble("loss", 23)] },
    {},
    { presence: "offline", figures: { reportedAt: now - 5 * day } },
    { troubles: [buildTrouble("disk", 97)] },
    { presence: "offline" },
    { presence: "offline", figures: { reportedAt: now - 7_200_000 } },
    { troubles: [buildTrouble("quota", 94)] },
    { troubles: [buildTrouble("memory", 99)] },
  ],
  now,
);

describe("findAttention", () => {
  it("has the latest offline first, then what is worst, quota, loss, and what expires", () => {
    assert.deepEqual(findAttention(source, source.slots()), [6, 3, 5, 8, 4, 7, 1, 0]);
  });
});

describe("attentionText", () => {
  const text = (slot: number) => attentionText(source, slot, createFormat("en"));
  it("says the reason first, and how long a node is offline if that is known", () => {
    assert.equal(text(3), "offline 5 d");
    assert.equal(text(5), "offline");
    assert.equal(text(4), "disk 97%");
    assert.equal(text(2), undefined);
  });
});
