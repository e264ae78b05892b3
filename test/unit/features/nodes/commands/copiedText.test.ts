import assert from "node:assert/strict";
import { copiedText } from "../../../../../src/features/nodes/commands/copiedText";
import { buildNode } from "../../../../builders/node";

const ipv4 = ({ ipv4 }: { readonly ipv4: string | undefined }) => ipv4;

describe("copiedText", () => {
  it("has a line for each node that has the field", () => {
    const nodes = [
      buildNode({ uuid: "a", ipv4: "192.0.2.1" }),
      buildNode({ uuid: "b", ipv4: undefined }),
      buildNode({ uuid: "c", ipv4: "192.0.2.3" }),
    ];
    assert.equal(copiedText(nodes, ipv4), "192.0.2.1\n192.0.2.3");
  });

  it("gives no value a line break of its own, which a terminal would take for Enter", () => {
    const hostile = buildNode({ ipv4: "192.0.2.1\r\nrm -rf ~\n\u001b" });
    assert.equal(copiedText([hostile], ipv4), "192.0.2.1 rm -rf ~ [U+001B]");
  });
});
