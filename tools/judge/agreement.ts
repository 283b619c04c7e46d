/** Quadratic weighted kappa between two integer ratings (Cohen 1968): 1 − Σ(a−b)² / Σ Σ(aᵢ−bⱼ)²/n. NaN when both are constant. */
export function kappa(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  let seen = 0;
  let sumA = 0;
  let sumB = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < n; i++) {
    const x = a[i]!;
    const y = b[i]!;
    seen += (x - y) ** 2;
    sumA += x;
    sumB += y;
    squareA += x * x;
    squareB += y * y;
  }
  const chance = squareA + squareB - (2 * sumA * sumB) / n;
  return chance === 0 ? Number.NaN : 1 - seen / chance;
}

/** Pearson correlation. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let ma = 0;
  let mb = 0;
  for (let i = 0; i < n; i++) {
    ma += a[i]! / n;
    mb += b[i]! / n;
  }
  let sab = 0;
  let saa = 0;
  let sbb = 0;
  for (let i = 0; i < n; i++) {
    sab += (a[i]! - ma) * (b[i]! - mb);
    saa += (a[i]! - ma) ** 2;
    sbb += (b[i]! - mb) ** 2;
  }
  return sab / Math.sqrt(saa * sbb);
}
