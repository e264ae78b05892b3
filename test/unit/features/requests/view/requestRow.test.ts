import assert from "node:assert/strict";
import { type PlacedRequest } from "../../../../../src/features/requests/store/savedRequests";
import {
  pastRow,
  savedRow,
  sectionRow,
} from "../../../../../src/features/requests/view/requestRow";
import {
  pastTooltip,
  savedTooltip,
} from "../../../../../src/features/requests/view/requestTooltip";
import { createFormat } from "../../../../../src/shared/format";
import { secretMask } from "../../../../../src/shared/call/mask";
import { buildPastCall } from "../../../../builders/pastCall";

const home = "https://home.example.com";
const call = buildPastCall();
const format = createFormat("en");
const context = {
  format,
  now: call.sentAt + 185_000,
  serverName: (id: string) => (id === home ? "Home" : undefined),
};
const saved: PlacedRequest = { name: "All", method: "common:getNodes", scope: "user" };

describe("pastRow", () => {
  it("shows the method, server, age and duration of a call", () => {
    const row = pastRow(call, context);
    assert.equal(row.label, "common:getNodes");
    assert.equal(row.description, "3 min ago · Home · 12 ms");
    assert.equal(row.accessibleLabel, "common:getNodes on Home, responded in 12 ms, 3 min ago");
  });

  it('shows "just now" for a call in the future, and rounds ages down', () => {
    const at = (now: number) => pastRow(call, { ...context, now }).description;
    assert.equal(at(call.sentAt + 59_000), "just now · Home · 12 ms");
    // By a clock that has been set back.
    for (const backMs of [59_000, 2 * 3_600_000, 24 * 3_600_000]) {
      assert.equal(at(call.sentAt - backMs), "just now · Home · 12 ms");
    }
    assert.equal(at(call.sentAt + 60_000), at(call.sentAt + 119_000));
  });

  it("distinguishes outcomes by icon and by word", () => {
    const rows = (["ok", "error", "cancelled"] as const).map((outcome) =>
      pastRow(buildPastCall({ outcome }), context),
    );
    assert.equal(new Set(rows.map(({ icon }) => icon?.id)).size, 3);
    assert.deepEqual(
      rows.map(({ accessibleLabel }) => /responded|failed|canceled/.exec(accessibleLabel)?.[0]),
      ["responded", "failed", "canceled"],
    );
  });

  it("has the context value for responses only if one is stored", () => {
    assert.equal(pastRow(call, context).contextValue, "request past answered");
    assert.equal(pastRow({ ...call, kept: false }, context).contextValue, "request past");
  });

  it("removes line breaks from texts of a server", () => {
    const row = pastRow({ ...call, method: "a\nb", serverName: "c\u202ed" }, context);
    assert.deepEqual([row.label, row.description], ["a b", "3 min ago · c[U+202E]d · 12 ms"]);
  });
});

describe("savedRow", () => {
  it("shows the server of a saved request, or that it is for any", () => {
    const describe = (changes: Partial<PlacedRequest>) =>
      savedRow({ ...saved, ...changes }, context).description;
    assert.equal(describe({}), "common:getNodes · any server");
    assert.equal(describe({ server: home }), "common:getNodes · Home");
    assert.equal(
      describe({ server: "https://gone.example/x" }),
      "common:getNodes · unknown server gone.example/x",
    );
    assert.equal(describe({ scope: "workspace" }), "common:getNodes · any server · workspace");
  });

  it("has the context value and accessible label of a saved request", () => {
    const row = savedRow(saved, context);
    assert.equal(row.contextValue, "request saved");
    assert.equal(row.accessibleLabel, "All, common:getNodes, any server");
  });
});

describe("sectionRow", () => {
  it("has no context value of a request", () => {
    for (const section of ["savedSection", "pastSection"] as const) {
      assert.doesNotMatch(sectionRow(section).contextValue, /\b(request|saved|past|answered)\b/);
    }
    assert.equal(sectionRow("pastSection").label, "History");
  });
});

describe("tooltips of requests", () => {
  it("show all fields of a call except its response", () => {
    const text = pastTooltip(
      buildPastCall({ params: `{"token":"${secretMask}"}`, secrets: 2 }),
      createFormat("en"),
    );
    for (const part of ["12 ms", "HTTP", "1&#46;5 KiB", "stored", "secrets&#58; 2", secretMask]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  it("show the sentence and the code of a failed call", () => {
    const failed = { outcome: "error", code: -32601, text: "Home does not offer this" } as const;
    const text = pastTooltip(buildPastCall(failed), format);
    assert.ok(text.includes("32601") && text.endsWith("Home does not offer this"));
    assert.doesNotMatch(text, /Response/);
  });

  it("distinguish parameters that were not stored from none", () => {
    assert.match(pastTooltip(buildPastCall({ paramsForgotten: true }), format), /too long/);
    assert.match(pastTooltip(buildPastCall(), format), /\| none \|/);
  });

  it("show the scope of a saved request", () => {
    const text = savedTooltip({ ...saved, scope: "workspace", params: "[1]" }, context.serverName);
    assert.match(text, /Workspace settings/);
    assert.match(text, /&#91;1&#93;/);
  });

  it("escape Markdown in untrusted texts, and clip long ones", () => {
    const evil = "[x](command:y) <b> | `z` $(flame)\n\n# h";
    const texts = [
      pastTooltip(
        buildPastCall({ method: evil, serverName: evil, params: evil, text: evil }),
        format,
      ),
      savedTooltip({ ...saved, name: evil, method: evil, server: evil, params: evil }, () => evil),
    ];
    for (const text of texts) {
      assert.doesNotMatch(text, /\]\(|<b>|`|\$\(|\n# /);
      assert.ok(!text.includes("| #"));
    }
    const long = pastTooltip(buildPastCall({ params: "1".repeat(10_000) }), format);
    assert.ok(long.length < 1000);
  });
});
