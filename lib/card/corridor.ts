import type { Rect } from './lines.ts';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Slack around the way, in CSS pixels. */
const SLACK = 6;
/** A point on the border lies inside, whatever rounding makes of it. */
const ROUNDING = 1e-6;

export function isInBox(point: Point, box: Rect, slack: number = 0): boolean {
  return (
    point.x >= box.left - slack &&
    point.x <= box.right + slack &&
    point.y >= box.top - slack &&
    point.y <= box.bottom + slack
  );
}

/**
 * Whether a pointer that left the words at `from` is on its way to the card: inside the smallest convex shape around
 * that point and the card's rectangle, with a little slack.
 */
export function isOnTheWay(point: Point, from: Point, card: Rect): boolean {
  if (isInBox(point, card, SLACK)) return true;
  const hull = convexHull([
    from,
    { x: card.left - SLACK, y: card.top - SLACK },
    { x: card.right + SLACK, y: card.top - SLACK },
    { x: card.right + SLACK, y: card.bottom + SLACK },
    { x: card.left - SLACK, y: card.bottom + SLACK },
  ]);
  return hull.every((corner, index) => {
    const next = hull[(index + 1) % hull.length] ?? corner;
    return cross(corner, next, point) >= -ROUNDING;
  });
}

/** Andrew's monotone chain; corners in the order in which the inside lies at `cross >= 0`. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      for (;;) {
        const last = chain.at(-1);
        const before = chain.at(-2);
        if (last === undefined || before === undefined || cross(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
