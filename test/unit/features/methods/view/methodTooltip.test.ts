import assert from "node:assert/strict";
import { methodTooltip } from "../../../../../src/features/methods/view/methodTooltip";
import { escapeMarkdown } from "../../../../../src/shared/markdown";
import { buildMethodSpec, buildParamSpec } from "../../../../builders/methods";

const exec = buildMethodSpec("admin:exec", {
  risk: "execute",
  summary: "Runs a command",
  effect: "Runs a shell command on nodes.",
  secondFactor: true,
  returns: "Task",
  params: {
    kind: "named",
    ordered: false,
    params: [
      buildParamSpec("command", { required: true, description: "What to run" }),
      buildParamSpec("limit", { typeText: "int", fallback: "10" }),
    ],
  },
});

describe("methodTooltip", () => {
  it("shows effect, parameters, result and role of a method", () => {
    const text = methodTooltip(exec, false);
    assert.match(text, /^\*\*admin&#58;exec\*\* · Runs code · Administrators only/);
    for (const part of ["Runs a command", "shell command", "two-factor", "Returns: Task"]) {
      assert.ok(text.includes(part), part);
    }
    assert.match(text, /\| \*\*command\*\* string · required \| What to run \|/);
    assert.match(text, /\| \*\*limit\*\* int \| Default&#58; 10 \|/);
  });

  it("clips long texts, names and lists of parameters", () => {
    const long = "x".repeat(100_000);
    const params = Array.from({ length: 1000 }, (_, place) =>
      buildParamSpec(`${long}${place}`, { typeText: long, description: long }),
    );
    const spec = buildMethodSpec("x:y", {
      summary: long,
      description: `${long}.`,
      returns: long,
      params: { kind: "named", ordered: true, params },
    });
    const text = methodTooltip(spec, false);
    assert.ok(text.length < 100_000, String(text.length));
    assert.equal(text.match(/^\| \*\*x/gm)?.length, 40);
    assert.ok(text.includes("| … |"));
  });

  it("shows which servers have the method", () => {
    const availability = { since: "1.2.5", removed: "1.5.0" };
    const text = methodTooltip(buildMethodSpec("x:y", { availability }), false);
    assert.ok(text.includes(escapeMarkdown("Since Komari 1.2.5, removed in 1.5.0.")));
  });

  it("shows that the role may not call it", () => {
    assert.ok(methodTooltip(exec, true).includes("Your role can't call this method."));
    assert.ok(!methodTooltip(exec, false).includes("Your role"));
  });

  it("shows unknown and missing parameters", () => {
    const unknown = buildMethodSpec("plugin", { params: { kind: "unknown" } });
    assert.match(methodTooltip(unknown, false), /not documented/);
    assert.match(methodTooltip(buildMethodSpec("rpc.ping"), false), /takes no parameters/);
    const whole = { kind: "whole", value: buildParamSpec("uuids") } as const;
    assert.match(methodTooltip(buildMethodSpec("m", { params: whole }), false), /a single value/);
  });

  it("shows no text twice", () => {
    const spec = buildMethodSpec("m", { summary: "Only once", description: "Only once" });
    assert.equal(methodTooltip(spec, false).split("Only once").length, 2);
  });

  it("escapes Markdown in texts of a server", () => {
    const evil = "[x](command:evil) <b> $(flame) | \n# h";
    const text = methodTooltip(
      buildMethodSpec(evil, {
        summary: evil,
        description: `2${evil}`,
        effect: evil,
        returns: evil,
        params: {
          kind: "named",
          ordered: false,
          params: [buildParamSpec(evil, { typeText: evil, description: evil, fallback: evil })],
        },
      }),
      false,
    );
    assert.doesNotMatch(text, /\]\(|<|\$\(|^#/m);
  });
});
