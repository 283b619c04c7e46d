/** The words a reading hangs on, and the ordinary words that look like slips of them and are not. */
const CORE: readonly string[] = [
  'base', 'salary', 'equity', 'stock', 'grant', 'bonus', 'remote', 'office', 'review', 'level', 'senior', 'evaluation',
  'monitoring', 'serving', 'accept', 'decline', 'offer', 'could', 'would', 'months', 'weeks', 'thousand', 'hundred',
  'percent', 'start', 'enough', 'sorry', 'minimum', 'currently', 'another', 'between', 'please',
]; // prettier-ignore
const ORDINARY = new Set(
  'world mould remove removed revise case bass vase best bare stack stick shock grand giant grand except offers offered off offset officer levels lever reviews months starts started stat star smart weeks week weekly grants stocks accepts accepted declined declined declines seniors between thousands hundreds percents remotely starting enough cloud wound wold should might officers bases based basis salaries bonuses sorry worry story month basic saves begs safe bake face race'.split(
    ' ',
  ),
);

/** One letter left out, added, changed, or two swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i += 1;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  if (a.length === b.length)
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}

const swapped = (a: string, b: string): boolean =>
  a.length === b.length && [...a].toSorted().join('') === [...b].toSorted().join('') && oneSlip(a, b);

/** Puts slips of the finger in the words that matter right; leaves every other word alone. */
export function mendSlips(text: string): string {
  return text.replace(/\b[a-z]{4,}\b/gi, (word) => {
    const lower = word.toLowerCase();
    if (CORE.includes(lower) || ORDINARY.has(lower)) return word;
    const meant = CORE.find((core) =>
      core.length < 6
        ? swapped(lower, core) ||
          (lower.length < core.length && core.length === 5 && lower[0] === core[0] && oneSlip(lower, core))
        : lower[0] === core[0] && oneSlip(lower, core),
    );
    return meant ?? word;
  });
}
