import assert from "node:assert/strict";
import { nodeMatcher } from "../../../../../src/features/nodes/arrange/matchNode";
import { Regions } from "../../../../../src/features/nodes/arrange/regions";
import { buildNode } from "../../../../builders/node";

const regions = new Regions("en");
const node = buildNode({
  uuid: "ab12-cd34",
  name: "Tokyo Web-01",
  group: "生产环境",
  region: "🇯🇵",
  os: "Debian GNU/Linux 12",
  ipv4: "203.0.113.8",
  ipv6: "2001:db8::8",
  remark: "rack 7",
  publicRemark: "hello guests",
  tags: ["nginx"],
});

function matches(filter: string): boolean {
  return nodeMatcher(filter, regions)(node);
}

describe("nodeMatcher", () => {
  it("finds a node by anything a user knows it by", () => {
    const known = [
      "tokyo",
      "生产",
      "🇯🇵",
      "japan",
      "debian",
      "203.0.113",
      "db8::8",
      "rack",
      "guests",
    ];
    for (const word of [...known, "nginx", "ab12"]) assert.ok(matches(word), word);
  });

  it("ignores case and the order of words, but requires all of them", () => {
    assert.ok(matches("DEBIAN tokyo"));
    assert.ok(!matches("tokyo alpine"));
  });

  it("lets every node pass when nothing but blanks is typed", () => {
    assert.ok(matches(""));
    assert.ok(matches(" \t "));
  });

  it("does not find words across two fields, nor in unknown fields", () => {
    assert.ok(!matches("web-01生产"));
    assert.ok(!nodeMatcher("undefined", regions)(buildNode()));
  });

  it("takes special characters as they are", () => {
    assert.ok(!matches(".*"));
    assert.ok(nodeMatcher("(hidden)", regions)(buildNode({ name: "vault (hidden)" })));
  });
});
