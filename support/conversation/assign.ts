/**
 * Best one-to-one assignment of rows to columns by the sum of scores (Hungarian method, O(n³)): the order of rows and
 * columns does not matter. Returns the column of each row, undefined where columns run out.
 */
export function assign(scores: readonly (readonly number[])[]): (number | undefined)[] {
  const columns = scores[0]?.length ?? 0;
  const size = Math.max(scores.length, columns);
  const cost = (row: number, column: number) => -(scores[row - 1]?.[column - 1] ?? 0);
  const u = new Array<number>(size + 1).fill(0);
  const v = new Array<number>(size + 1).fill(0);
  const rowOf = new Array<number>(size + 1).fill(0);

  for (let row = 1; row <= size; row++) {
    const least = new Array<number>(size + 1).fill(Infinity);
    const from = new Array<number>(size + 1).fill(0);
    const used = new Array<boolean>(size + 1).fill(false);
    let column = 0;
    rowOf[0] = row;
    do {
      used[column] = true;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const reduced = cost(rowOf[column]!, j) - u[rowOf[column]!]! - v[j]!;
        if (reduced < least[j]!) [least[j], from[j]] = [reduced, column];
        if (least[j]! < delta) [delta, next] = [least[j]!, j];
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) [u[rowOf[j]!], v[j]] = [u[rowOf[j]!]! + delta, v[j]! - delta];
        else least[j] = least[j]! - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }

  return scores.map((_, row) => {
    const column = rowOf.indexOf(row + 1, 1) - 1;
    return column >= 0 && column < columns ? column : undefined;
  });
}
