import assert from "node:assert/strict";
import {
  contentHeight,
  placeAt,
  rowsAt,
  scrolledTo,
  topToShow,
} from "../../../../webview/lib/virtualScroll";

const maxHeightPx = 8_000_000;

const short = { count: 100, rowHeight: 20, viewHeight: 210 };
const tall = { count: 5_000_000, rowHeight: 20, viewHeight: 600 };

describe("scrolling a list that is drawn in part", () => {
  it("is what the browser does while the list is short", () => {
    assert.equal(contentHeight(short), 2000);
    assert.deepEqual(placeAt(short, 300), { top: 300, scrollTop: 300 });
    assert.equal(scrolledTo(short, placeAt(short, 300), 1000).top, 1000);
  });

  it("shows the rows of which something is seen", () => {
    assert.deepEqual(rowsAt(short, 0), { from: 0, to: 11 });
    assert.deepEqual(rowsAt(short, 30), { from: 1, to: 12 });
    assert.deepEqual(rowsAt({ ...short, count: 3 }, 0), { from: 0, to: 3 });
    assert.deepEqual(rowsAt({ ...short, rowHeight: 0 }, 0), { from: 0, to: 0 });
  });

  it("stays within the list", () => {
    assert.equal(placeAt(short, 99_999).top, 2000 - 210);
    assert.equal(placeAt(short, -5).top, 0);
    assert.equal(placeAt({ ...short, count: 2 }, 50).top, 0);
  });

  it("never exceeds the maximum height of a browser", () => {
    assert.equal(contentHeight(tall), maxHeightPx);
    const end = placeAt(tall, Infinity);
    assert.equal(end.top, 5_000_000 * 20 - 600);
    assert.ok(Math.abs(end.scrollTop - (maxHeightPx - 600)) < 1);
    assert.deepEqual(rowsAt(tall, end.top), { from: 4_999_970, to: 5_000_000 });
  });

  it("moves a tall list by a row for a small step, and by proportion for a jump", () => {
    const place = placeAt(tall, 50_000_000);
    const step = scrolledTo(tall, place, place.scrollTop + 20);
    assert.equal(Math.round(step.top), 50_000_020);
    const jump = scrolledTo(tall, place, 0);
    assert.equal(jump.top, 0);
    const end = scrolledTo(tall, place, maxHeightPx - 600);
    assert.equal(Math.round(end.top), 5_000_000 * 20 - 600);
  });

  it("shows a row with the least movement", () => {
    assert.equal(topToShow(short, 100, 7), 100);
    assert.equal(topToShow(short, 100, 3), 60);
    assert.equal(topToShow(short, 100, 20), 210);
  });
});
