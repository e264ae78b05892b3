import assert from "node:assert/strict";
import fc from "fast-check";
import { PendingCalls } from "../../src/rpc/pendingCalls";
import { FakeClock } from "../builders/fakeClock";

type Action =
  | { readonly kind: "add"; readonly timeoutMs: number }
  | { readonly kind: "answer"; readonly pick: number }
  | { readonly kind: "advance"; readonly ms: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), timeoutMs: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ kind: fc.constant("answer" as const), pick: fc.nat() }),
  fc.record({ kind: fc.constant("advance" as const), ms: fc.integer({ min: 0, max: 30 }) }),
);

describe("PendingCalls", () => {
  it("resolves calls in any order, and times out each pending one exactly at its deadline", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const clock = new FakeClock(0);
        const pending = new PendingCalls(clock);
        const deadlines = new Map<number, number>();
        const answered = new Set<number>();
        const calls: Promise<void>[] = [];
        let nextId = 1;
        const expire = (): void => {
          for (const [id, at] of deadlines) if (at <= clock.now()) deadlines.delete(id);
        };
        for (const step of actions) {
          if (step.kind === "add") {
            const id = nextId++;
            deadlines.set(id, clock.now() + step.timeoutMs);
            calls.push(
              pending.add(id, { timeoutMs: step.timeoutMs }).then((outcome) => {
                assert.equal(outcome.ok, answered.has(id));
                if (outcome.ok) assert.equal(outcome.result, id);
              }),
            );
          } else if (step.kind === "answer") {
            const ids = [...deadlines.keys()];
            const id = ids[step.pick % Math.max(1, ids.length)];
            if (id === undefined) continue;
            answered.add(id);
            deadlines.delete(id);
            assert.ok(pending.settle({ id, ok: true, result: id }));
          } else {
            clock.advance(step.ms);
            expire();
          }
          assert.ok(clock.pending <= 1, "one timer serves all");
          if (step.kind === "advance") assert.equal(pending.size, deadlines.size);
        }
        pending.failAll({ code: "connectionLost", detail: "the end" });
        assert.equal(clock.pending, 0);
        await Promise.all(calls);
      }),
    );
  });
});
