import assert from "node:assert/strict";
import { reasonText } from "../../../../src/shared/nodes/reasonText";
import { laterToday } from "../../../../src/shared/nodes/contract";
import { type ThresholdKey, thresholdKeys } from "../../../../src/shared/nodes/trouble";
import { createFormat } from "../../../../src/shared/format";
import { buildTrouble } from "../../../builders/nodeState";

const format = createFormat("en");
const text = (kind: ThresholdKey, value: number) => reasonText(buildTrouble(kind, value), format);

describe("reasonText", () => {
  it("is two words for the common reasons", () => {
    assert.equal(text("disk", 97.4), "disk 97%");
    assert.equal(text("memory", 94), "memory 94%");
    assert.equal(text("cpu", 94), "CPU 94%");
    assert.equal(text("quota", 112), "quota 112%");
    assert.equal(text("loss", 23), "loss 23%");
  });

  it("has units and short amounts for the rest", () => {
    assert.equal(text("load", 2.5), "load 2.50/core");
    assert.equal(text("temperature", 84.6), "temperature 85 °C");
    assert.equal(text("networkOut", 12 * 1024 ** 2), "upload 12M");
    assert.equal(text("ping", 330), "ping 330 ms");
    assert.equal(text("tcpConnections", 4000), "TCP 4000");
  });

  it("counts the days until a node expires, and since it has", () => {
    assert.equal(text("expiry", 3), "expires in 3 d");
    assert.equal(text("expiry", laterToday), "expires today");
    assert.equal(text("expiry", 0), "expired");
    assert.equal(text("expiry", -0), "expired");
    assert.equal(text("expiry", -10), "expired 10 d");
  });

  it("has a text of its own for everything that has a threshold", () => {
    const texts = thresholdKeys.map((key) => text(key, 1));
    assert.equal(new Set(texts).size, thresholdKeys.length);
  });
});
