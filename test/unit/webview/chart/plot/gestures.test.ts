import assert from "node:assert/strict";
import {
  panning,
  pinchGesture,
  selection,
  timeAt,
  wheelGesture,
  type WheelFacts,
} from "../../../../../webview/chart/plot/gestures";

/** A pixel is a second. */
const area = { left: 100, width: 600, from: 0, to: 600_000 };
const still: WheelFacts = {
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  clientX: 400,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
};

describe("gestures: the time under the pointer", () => {
  for (const { x, time } of [
    { x: 100, time: 0 },
    { x: 400, time: 300_000 },
    { x: 700, time: 600_000 },
    { x: 20, time: 0 },
    { x: 900, time: 600_000 },
  ]) {
    it(`${x} px: ${time}`, () => assert.equal(timeAt(area, x), time));
  }
});

describe("gestures: dragging", () => {
  it("selects from the earlier to the later time, either way", () => {
    const span = { kind: "select", from: 100_000, to: 250_000 };
    assert.deepEqual(selection(area, 200, 350), span);
    assert.deepEqual(selection(area, 350, 200), span);
  });

  it("is cut to the plot", () => {
    assert.deepEqual(selection(area, 350, 5000), { kind: "select", from: 250_000, to: 600_000 });
  });

  it("is a click while it is tiny", () => {
    assert.equal(selection(area, 200, 203), undefined);
    assert.equal(selection(area, 200, 200), undefined);
  });

  it("to the right shows earlier times, when it pans", () => {
    assert.deepEqual(panning(area, 10), { kind: "pan", by: -10_000 });
  });
});

describe("gestures: the wheel", () => {
  it("is the page's when it is turned up or down", () => {
    assert.equal(wheelGesture(area, { ...still, deltaY: 100 }), undefined);
    assert.equal(wheelGesture(area, { ...still, deltaY: 3, deltaX: 2 }), undefined);
  });

  for (const key of ["ctrlKey", "metaKey", "altKey"] as const) {
    it(`zooms at the pointer with ${key}`, () => {
      const closer = wheelGesture(area, { ...still, [key]: true, deltaY: -100 });
      const farther = wheelGesture(area, { ...still, [key]: true, deltaY: 100 });
      assert.ok(closer?.kind === "zoom" && farther?.kind === "zoom");
      assert.equal(closer.at, 300_000);
      assert.ok(closer.factor < 1 && farther.factor > 1);
      assert.ok(Math.abs(closer.factor * farther.factor - 1) < 1e-9);
    });
  }

  it("zooms less with a small pinch than with a notch of a wheel", () => {
    const pinch = wheelGesture(area, { ...still, ctrlKey: true, deltaY: -2 });
    const notch = wheelGesture(area, { ...still, ctrlKey: true, deltaY: -120 });
    assert.ok(pinch?.kind === "zoom" && notch?.kind === "zoom" && pinch.factor > notch.factor);
  });

  it("pans to where it is turned sideways", () => {
    assert.deepEqual(wheelGesture(area, { ...still, deltaX: 20, deltaY: 5 }), {
      kind: "pan",
      by: 20_000,
    });
  });

  it("counts lines as sixteen pixels", () => {
    assert.deepEqual(wheelGesture(area, { ...still, deltaX: 1, deltaMode: 1 }), {
      kind: "pan",
      by: 16_000,
    });
  });

  it("does nothing when it stands still", () => {
    assert.equal(wheelGesture(area, still), undefined);
    assert.equal(wheelGesture(area, { ...still, ctrlKey: true }), undefined);
  });
});

describe("gestures: two fingers", () => {
  it("zoom in when they part, at what is between them", () => {
    assert.deepEqual(pinchGesture(area, [300, 400], [250, 450]), {
      kind: "zoom",
      at: 250_000,
      factor: 0.5,
    });
  });

  it("do nothing while their distance stays, or is none", () => {
    assert.equal(pinchGesture(area, [300, 400], [310, 410]), undefined);
    assert.equal(pinchGesture(area, [300, 300], [310, 410]), undefined);
  });
});
