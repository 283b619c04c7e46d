import type { Mention } from './numbers.ts';

const TAKEN_BACK =
  /(?:[,.;:…—-]|\s)*\s*\b(?:(?:oh |ah |um |uh |er |hm+ )?(?:(?:sorry|no|apologies|pardon|oops|wait|hang on|hold on|well)[,.!…-]*\s+)*(?:i meant?(?: to say)?|i mis(?:spoke|typed|said)|wait|or rather|rather|er+m?|u[hm]+|actually|better|scratch that|strike that|correction|make (?:that|it)|let me correct (?:that|myself)|my mistake|i should say|sorry|oops|typo)(?:[,:;.!…-]*\s+(?:no|it'?s|make (?:that|it)|i meant?|rather|it should be|should be|that'?s|to say|let'?s say|say|sorry))*)[,:;.!…-]*\s*(?=§\d+§)/gi;

/**
 * "200, sorry, I mean 205": the figure that was taken back gives its place to the one that was meant. Works on masked
 * words, so that "make it 205" after an ask for something else stays what it is.
 */
export function correct(text: string, mentions: readonly Mention[]): string {
  // "From twelve months to six": the first is what it was.
  let out = text.replace(
    /\bfrom (?:the |your |every |after )?§(\d+)§( months?| weeks?| days?)?(?: (?:down|up))? to (?:every |after )?§(\d+)§(?! (?:month|week|day))/gi,
    (_, a: string, spelled: string | undefined, b: string) => {
      const unit = mentions[Number(a)]?.unit;
      const said = spelled ?? (unit === 'month' || unit === 'week' || unit === 'day' ? ` ${unit}s` : '');
      return `to §${b}§${mentions[Number(b)]?.unit === 'plain' ? said : ''}`;
    },
  );
  for (const match of [...text.matchAll(TAKEN_BACK)].toReversed()) {
    if (/^\W*make (?:it|that)\W*$/i.test(match[0])) continue;
    const before = out.slice(0, match.index);
    const after = out.slice(match.index + match[0].length);
    const meant = /^§(\d+)§/.exec(after);
    const old = [...before.matchAll(/§(\d+)§/g)].at(-1);
    if (!meant || !old) continue;
    const between = before.slice(old.index + old[0].length);
    const [a, b] = [mentions[Number(old[1])], mentions[Number(meant[1])]];
    // Only the figure just said is taken back, and only by one of its kind.
    if (!a || !b || a.unit !== b.unit || between.split(/\s+/).length > 6) continue;
    const rest = after.slice(meant[0].length);
    out = `${before.slice(0, old.index)}${meant[0]}${between}${rest}`;
  }
  return out;
}

/** Words by which something is taken back. Left over after `correct`, they are asked about. */
export const TAKES_BACK =
  /\b(?:i meant?|scratch that|strike that|or rather|i misspoke|wait,? no|no,? wait|correction)\b/i;
