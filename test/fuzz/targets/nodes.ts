import assert from "node:assert/strict";
import { presenceOf } from "../../../src/shared/nodes/presence";
import { nodeMatcher } from "../../../src/features/nodes/arrange/matchNode";
import { nodeRow } from "../../../src/features/nodes/rows/nodeRow";
import { Regions } from "../../../src/features/nodes/arrange/regions";
import { parseTemplate } from "../../../src/features/nodes/rows/nodeRowTemplate";
import { nodeTooltip } from "../../../src/features/nodes/tooltip/nodeTooltip";
import { decodeNodes } from "../../../src/komari/decode/nodes";
import { decodeLatestStatus } from "../../../src/komari/decode/status";
import { createFormat } from "../../../src/shared/format";
import { resultsOf } from "../corpus";
import { anyText, grown, mutatedText } from "../rubbish";
import { target, unlessMalformed } from "../target";

const format = createFormat("en");
const regions = new Regions("en");
const now = Date.UTC(2026, 10, 22);
const nodeAnswers = resultsOf("common:getNodes");
const statusAnswers = resultsOf("common:getNodesLatestStatus");

const template = "CPU {cpu}  RAM {memory}  ↓{down} ↑{up} {ping} {expiry}";

const rows = target(
  "nodes as they are shown",
  (random) => ({
    nodes: grown(random, nodeAnswers),
    statuses: grown(random, statusAnswers),
    template: random.chance(0.5) ? template : mutatedText(random, template),
    filter: anyText(random),
  }),
  (input) => {
    const list = unlessMalformed(() => decodeNodes(input.nodes, now));
    const statuses = unlessMalformed(() => decodeLatestStatus(input.statuses));
    const found = statuses === undefined ? [] : [...statuses.values()];
    const matches = nodeMatcher(input.filter, regions);
    const written = parseTemplate(input.template);
    for (const [place, node] of (list?.nodes ?? []).entries()) {
      const status = statuses?.get(node.uuid) ?? found[place];
      const facts = { node, status, presence: presenceOf(node, status, true), troubles: [] };
      matches(node);
      const row = nodeRow(facts, {
        template: written,
        isFavorite: false,
        age: undefined,
        format,
        serverTime: now,
      });
      const { label, description, accessibleLabel } = row;
      const longest = 2000 + 3 * input.template.length;
      assert.ok(label.length <= 130, `a label of ${label.length}`);
      assert.ok(description.length <= longest && accessibleLabel.length <= longest, "a long row");
      const element = { serverId: "https://status.example.com", uuid: "a" };
      const tooltip = nodeTooltip(element, facts, { format, age: undefined, serverTime: now });
      assert.ok(tooltip.length < 30_000, `a tooltip of ${tooltip.length}`);
      assert.equal(
        /<(?=[a-z!/?])(?!\/?span)|(?<!\[(?:Charts|Call Method|Copy))\]\(/.exec(tooltip),
        null,
      );
    }
  },
);

export const nodeTargets = [rows];
