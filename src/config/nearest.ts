/** The name that a misspelt one most likely means; undefined where none is near. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.min(4, Math.floor(text.length / 2)));
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const own = distance(text.toLowerCase(), name.toLowerCase());
    if (own > limit) continue;
    // Of two that are equally near, the one that stands in what was written: PP1.1 is P1.1 rather than PI1.1.
    if (!best || own < best.distance || (own === best.distance && text.includes(name) && !text.includes(best.name)))
      best = { name, distance: own };
  }
  return best?.name;
}

/** How many letters have to be added, dropped, changed or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
