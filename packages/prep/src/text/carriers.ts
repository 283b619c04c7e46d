const SMALL = new Set(
  "a an the and or but so of to in on at by for from with as it its is was were are be been being that this these those i we you he she they them my our me us not no do did does had have has then than there here what which who when where how if because about into out up down over under after before just very also only could would should will can may might must one some any all more most much many own such each other it's i'd i've i'm we're didn't wasn't don't".split(
    ' ',
  ),
);

/** Words that carry a sentence, cut to their stems so that "rolled" and "rolling" are one. */
export function carriers(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'.,]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu);
  return (words ?? []).filter((word) => !SMALL.has(word)).map(stem);
}

const stem = (word: string): string =>
  /\d/.test(word)
    ? word.replace(/,/g, '')
    : word
        .replace(/'s$/, '')
        .replace(/(ations?|ings?|edly|ed|ies|es|s|ly|er)$/, '')
        .slice(0, 8);
