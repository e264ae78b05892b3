import assert from "node:assert/strict";
import { type Span } from "../../../../../src/shared/chartApi";
import { createChartHarness, getRecords, linesOf, only } from "../../../../builders/chartHarness";
import { hour, minute } from "../../../../builders/history";
import { isRecord } from "../../../../../src/util/json";

const offline = { a: { online: false }, b: { online: false } };
const lastHour: Span = { kind: "last", hours: 1 };

/** An edge may be as far off as a date is coarse. */
function assertAt(time: number | undefined, expected: number): void {
  assert.ok(Math.abs((time ?? NaN) - expected) <= 1_000, `${(time ?? NaN) - expected} ms off`);
}

describe("ChartModel: a server with another clock than ours", () => {
  for (const aheadMs of [-24 * hour, -2 * hour, 2 * hour, 24 * hour]) {
    for (const [what, knobs] of [
      ["by the Date of responses", { dated: true }],
      ["by the end of its records", { dated: false }],
    ] as const) {
      it(`ends at the server's time, ${aheadMs / hour} h from ours, ${what} while no node is online`, async () => {
        const { open, report, serverNow, server } = createChartHarness({ ...knobs, aheadMs });
        report(offline);
        const [data] = only(await open({ span: lastHour }), "data");
        assertAt(data?.to, serverNow());
        assertAt(data?.from, serverNow() - hour);
        const times = linesOf(data?.series ?? []).get("cpu")?.times ?? [];
        assert.equal(times.length, 61, "all rows are within");
        assert.equal(server.count(getRecords), 2, "one request for load, one for pings");
      });
    }

    it(`shows the live minutes of the server, ${aheadMs / hour} h from ours, while no node is online`, async () => {
      const { open, report, serverNow } = createChartHarness({ dated: true, aheadMs });
      report(offline);
      const [data] = only(await open({ span: { kind: "live" } }), "data");
      assertAt(data?.to, serverNow());
      assertAt(data?.from, serverNow() - 5 * minute);
    });

    it(`requests a range that ends after the server's present only up to its present,  ${aheadMs / hour} h from ours, up to that`, async () => {
      const { open, report, serverNow, server } = createChartHarness({ dated: true, aheadMs });
      report(offline);
      const [from, to] = [serverNow() - 4 * hour, serverNow() + hour];
      const [data] = only(await open({ span: { kind: "between", from, to } }), "data");
      assert.deepEqual([data?.from, data?.to], [from, to]);
      const params = server.askedParams.filter((each) => isRecord(each) && "start" in each);
      assert.ok(params.length > 0);
      for (const each of params) {
        assert.ok(isRecord(each));
        assertAt(Date.parse(String(each.start)), from);
        assertAt(Date.parse(String(each.end)), serverNow());
      }
    });

    it(`moves no edge when our clock is set by ${aheadMs / hour} h in between`, async () => {
      const { open, advance, take, serverNow, clock, fleet } = createChartHarness();
      await open({ span: lastHour });
      clock.setWallClock(aheadMs);
      await advance(minute);
      const appends = only(take(), "append");
      assert.deepEqual([appends.length, appends[0]?.to], [1, serverNow()]);
      assert.equal(fleet.servers[0]?.serverTime(), serverNow());
    });
  }

  it("shows the time after sleep once the server has responded again", async () => {
    const { open, advance, take, serverNow, clock } = createChartHarness({ dated: true });
    await open({ span: lastHour });
    clock.sleep(8 * hour);
    await advance(2 * minute);
    const messages = take();
    assertAt([...only(messages, "append"), ...only(messages, "data")].at(-1)?.to, serverNow());
  });
});
