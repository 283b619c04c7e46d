import { describe, expect, it } from 'vitest';
import { contradictionsWith, CONTRADICTION_LINES, sayContradiction } from '../src/claims/contradictions.ts';
import { claimsIn } from '../src/claims/extract.ts';
import { OPEN_LINES } from '../src/claims/open.ts';
import { checkSum, quantitiesIn, sumsFrom, SUM_REPLIES, type Sum } from '../src/claims/sums.ts';

const kinds = (text: string) => claimsIn(text, 't', 0).map(({ kind, value }) => [kind, value]);

describe('the map of claims', () => {
  it('has metric, label source, split, baseline, model, numbers and choices with their reasons', () => {
    const claims = claimsIn(
      'I would use precision at k because reviewers see fifty a day. Labels come from chargebacks. I split by date. ' +
        'It must beat the present rules. I chose XGBoost since the data is tabular. We had 12 engineers.',
      'fraud',
      2,
    );
    expect(claims.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['metric', 'label-source', 'split', 'baseline', 'model', 'number', 'choice']),
    );
    expect(claims.find(({ kind }) => kind === 'model')?.reason).toBe('the data is tabular.');
    expect(claims.find(({ kind }) => kind === 'number')).toMatchObject({ value: 'engineer', amount: 12, round: 2 });
  });

  it('takes nothing from what was refused', () => {
    expect(kinds('I would not use accuracy. Never a random split.')).toEqual([]);
  });
});

describe('contradictions', () => {
  it('are found across rounds and held against the candidate in their own words', () => {
    const screen = claimsIn('The labels came from refunds.', 'own-work', 0);
    expect(contradictionsWith(screen, claimsIn('Our labels were clicks.', 'own-work', 1))).toHaveLength(1);
    const design = contradictionsWith(
      claimsIn('Labels are refunds.', 'dp-a', 0),
      claimsIn('Labels are clicks.', 'dp-a', 1),
    );
    expect(design).toHaveLength(1);
    const lines = CONTRADICTION_LINES.map((wording) => sayContradiction(wording, design[0]!, 'In the screen'));
    expect(lines).toContain(
      'In the screen it was labels from refunds; now it is labels from clicks. Which one, and what made you say the other?',
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('are none in another topic, in the same words, or where the candidate says that it changed', () => {
    expect(
      contradictionsWith(claimsIn('Labels are refunds.', 'dp-a', 0), claimsIn('Labels are clicks.', 'dp-b', 1)),
    ).toEqual([]);
    expect(
      contradictionsWith(
        claimsIn('Labels are refunds.', 'dp-a', 0),
        claimsIn('Later the labels were clicks.', 'dp-a', 1),
      ),
    ).toEqual([]);
    expect(
      contradictionsWith(claimsIn('Labels are click.', 'dp-a', 0), claimsIn('Labels are clicks.', 'dp-a', 1)),
    ).toEqual([]);
  });

  it('of numbers need the same thing and a difference that rounding does not make', () => {
    const first = claimsIn('The pricing platform served 40 merchants.', 'own-work', 0);
    expect(
      contradictionsWith(first, claimsIn('The pricing platform served 400 merchants.', 'own-work', 2)),
    ).toHaveLength(1);
    expect(
      contradictionsWith(first, claimsIn('The pricing platform served 42 merchants.', 'own-work', 2)),
    ).toHaveLength(0);
    expect(contradictionsWith(first, claimsIn('My team ran 400 experiments.', 'own-work', 2))).toHaveLength(0);
  });
});

const sum = (text: string, id: string): Sum => {
  const found = sumsFrom(quantitiesIn(text)).find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not asked of: ${text}`);
  return found;
};

describe('numbers followed down', () => {
  it('asks for the review queue and knows it', () => {
    const { line, answer, working } = sum('0.2% positives, precision 90%.', 'sum-reviews-1');
    expect(line).toBe(
      '0.2% positives, precision 90%: how many reviews a day is that, at 1,000,000 cases a day, if you catch all of them?',
    );
    expect(answer).toBeCloseTo((1_000_000 * 0.002) / 0.9, 6);
    expect(working).toBe('1,000,000 × 0.2% × 100% ÷ 90% = 2,222');
  });

  it('takes the volume and the recall from the candidate where they said them', () => {
    const said = 'We see 400,000 payments a day, about 0.5% fraud. I get precision 80% and recall 60%.';
    expect(sum(said, 'sum-reviews-1').answer).toBeCloseTo((400_000 * 0.005 * 0.6) / 0.8, 6);
    expect(sum(said, 'sum-missed-1').answer).toBeCloseTo(400_000 * 0.005 * 0.4, 6);
    expect(sum(said, 'sum-positives-1').answer).toBeCloseTo(2000, 6);
  });

  it('multiplies requests by time, and puts accuracy beside the constant', () => {
    expect(sum('2,000 requests a second at 40 ms.', 'sum-concurrency-1').answer).toBeCloseTo(80, 9);
    expect(sum('99% accuracy with 0.2% positives.', 'sum-constant-1').answer).toBeCloseTo(0.998, 9);
  });

  it('reads no volume from what people handle, and no rate from an error rate', () => {
    expect(quantitiesIn('Reviewers check 400 alerts a day.').perDay).toBeUndefined();
    expect(quantitiesIn('A false positive rate of one percent.').rate).toBeUndefined();
  });

  it.each([
    ['about 2,200 I think', true],
    ['two thousand two hundred', true],
    ['roughly 2k', true],
    ['200', false],
    ['um, hard to say', false],
  ])('checks the reply %j', (reply, right) => {
    expect(checkSum(sum('0.2% positives, precision 90%.', 'sum-reviews-1'), reply).right).toBe(right);
  });

  it('tells 99.8 from 99 where a constant is asked for', () => {
    const constant = sum('99% accuracy with 0.2% positives.', 'sum-constant-1');
    expect(checkSum(constant, '99.8 percent').right).toBe(true);
    expect(checkSum(constant, '99 percent').right).toBe(false);
  });
});

describe('lines of the listening interviewer', () => {
  it('have ids of their own and say something else about other claims', () => {
    const ids = [...OPEN_LINES, ...CONTRADICTION_LINES, ...SUM_REPLIES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const a = claimsIn(
      'I chose AUC because it is usual, labels are clicks, random split, baseline rules, XGBoost, 12 engineers.',
      't',
      0,
    );
    const b = claimsIn(
      'We used NDCG since they asked, labels are refunds, by user split, beat the old one, BERT, 7 services.',
      't',
      0,
    );
    for (const { id, say } of OPEN_LINES)
      for (const [one, other] of a.map((claim, i) => [claim, b[i]] as const))
        if (other !== undefined && one.words !== other.words) expect(say(one), id).not.toBe(say(other));
  });
});

describe('the quote of a claim', () => {
  it('holds what is claimed, however long the sentence', () => {
    const long = `it was the address lookup in a call center and ${'so on and '.repeat(8)}we had 40 merchants and then ${'more of that '.repeat(8)}`;
    const claim = claimsIn(long, 'own-work', 0).find(({ kind }) => kind === 'number')!;
    expect(claim.quote).toContain('40 merchants');
    expect(claim.quote.split(' ').length).toBeLessThanOrEqual(18);
    expect(claim.quote.startsWith('…') && claim.quote.endsWith('…')).toBe(true);
  });
});
