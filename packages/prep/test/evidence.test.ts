import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseStory } from '../src/dossier/index.ts';
import {
  buildOutline,
  type Claim,
  confirmedIn,
  type Evidence,
  findClaims,
  FIXED_ASKS,
  FIXED_WORDS,
  missingHalves,
  openEvidence,
  outlineMarkdown,
  parseEvidence,
  partsOf,
  type StoryKind,
  storyOf,
} from '../src/evidence/index.ts';

const line = (text: string) => [{ number: 1, where: 'line 1', text }];
const asked = (text: string) => findClaims(line(text)).flatMap(({ asks }) => asks.map(({ question }) => question));
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}$€£%]+/gu) ?? [];

describe('what a claim leaves out is asked in its own words', () => {
  test.each([
    ['Cut errors 40%', 'Cut errors 40%', /measured how, against what/],
    ['Reduced build failures by a lot: from nine to one a month', 'from nine to one a month', /which period/],
    ['Cut checkout errors by 40% against a control group', 'Cut checkout errors by 40%', /which period/],
    ['Saved $210k a year by reusing scores', 'Saved $210k a year', /who counted it/],
    ['Reached 0.91 AUC on the churn model', '0.91 AUC', /split how/],
    ['Reduced p99 latency from 900 ms to 120 ms', 'p99 latency from 900 ms to 120 ms', /at which load/],
    ['Ran an A/B test on the checkout page', 'A/B test on the checkout page', /what was decided on it/],
    ['Deployed the pricing service to three regions', 'Deployed the pricing service', /made you go back/],
    ['Deployed the pricing service with a canary', 'Deployed the pricing service', /watched at each step/],
    ['Fixed the outage of the payment gateway', 'outage of the payment gateway', /how was it noticed/],
    ['Owned the pipeline that feeds finance', 'pipeline', /how was this data wrong/],
    ['Trained a model for parcel delays', 'Trained a model', /labels come from/],
    ['Served 9 million requests a day', '9 million requests a day', /what broke first/],
    ['Helped the search team with their backlog', 'Helped the search team', /which part was yours/],
    ['Led a team of five engineers', 'Led a team of five engineers', /what was not yours/],
    ['Responsible for the billing system', 'Responsible for the billing system', /what did you change there/],
    ['Decided to drop the recommendation carousel', 'Decided to drop the recommendation carousel', /the other way/],
    ['Improved performance of the search', 'Improved performance', /by how much/],
    ['Analyzed usage of the help centre', 'Analyzed usage', /what came of it/],
  ])('%s', (text, words, ask) => {
    const questions = asked(text);
    expect(questions.join('\n')).toMatch(ask);
    expect(questions.find((question) => ask.test(question))).toContain(words.split(' ').slice(0, 3).join(' '));
  });
});

test.each([
  'Zoë Krämer-Nuñez',
  'Senior Data Engineer, Öresund Logistik, 2019–2023',
  'Python, Kafka, machine learning, ETL, Airflow',
  'BSc Computer Science, University of Example, 2015',
  'Fluent in German and French',
  'EXPERIENCE',
  'person@example.org | +44 20 7946 0000 | example.org/zoe',
  'Engineer with 6 years in payments and search',
])('“%s” claims nothing', (text) => {
  expect(findClaims(line(text))).toEqual([]);
});

it('finds each sentence of a line, and each cell of a table, by itself', () => {
  const text = 'Cut errors by 40% in the U.S. market. Led the move to v2.1 of the API | 2016–2019';
  const claims = findClaims(line(text));
  expect(claims.map((claim) => claim.text)).toEqual([
    'Cut errors by 40% in the U.S. market.',
    'Led the move to v2.1 of the API',
  ]);
  for (const { from, to, text: words } of claims) expect(text.slice(from, to)).toBe(words);
});

/** Words as a candidate writes them, with figures and with what Markdown and regular expressions would stumble over. */
const phrase = fc
  .array(
    fc.constantFrom(
      ...'cut errors by 40% I led the model labels from 0.62 to 0.81 $1.5m we helped decided outage “quoted” naïve 東京 deployed * ## > [x] \\d+ (a|b) ${x} and, or; why? pipeline. A/B test'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((words) => words.join(' '));
const KINDS: readonly StoryKind[] = ['transition', 'data-quality', 'rollout-risk', 'metric-mismatch'];

/** Evidence with claims in every state, some edited, some answered. */
const evidence: fc.Arbitrary<Evidence> = fc
  .array(
    fc.tuple(phrase, fc.constantFrom('open' as const, 'confirmed' as const, 'rejected' as const), phrase, fc.boolean()),
    {
      maxLength: 8,
    },
  )
  .map((rows) => ({
    source: { name: 'resume.pdf', format: 'pdf' as const },
    lines: rows.map(([text], index) => ({ number: index + 1, where: `line ${index + 1}`, text })),
    claims: rows.map(([text, state, answer, edited], index): Claim => {
      const words = edited ? `${text} ${answer}` : text;
      const ask = missingHalves(words)[0];
      return {
        id: `c${index}`,
        line: index + 1,
        state,
        text: words,
        answers: ask === undefined ? {} : { [ask.id]: answer },
      };
    }),
  }));

describe('nothing is invented', () => {
  const fixed = new Set([...FIXED_WORDS, ...FIXED_ASKS, 'You wrote'].flatMap(wordsOf));

  it('holds for every word of an outline: it is the user’s, the place of a line, or one of our headings and questions', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(...KINDS), (body, kind) => {
        const confirmed = confirmedIn(body);
        const own = new Set(
          confirmed
            .flatMap(({ claim, source }) => [claim.text, source, ...Object.values(claim.answers)])
            .flatMap(wordsOf),
        );
        for (const word of wordsOf(outlineMarkdown(buildOutline(confirmed, kind)))) {
          expect(own.has(word) || fixed.has(word), word).toBe(true);
        }
      }),
    );
  });

  it('and a story holds exactly the confirmed texts and answers, each once, unchanged', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(...KINDS), (body, kind) => {
        let id = 0;
        const story = storyOf(buildOutline(confirmedIn(body), kind), () => `f${(id += 1)}`);
        const expected = body.claims
          .filter(({ state }) => state === 'confirmed')
          .flatMap(({ text, answers }) => [text, ...Object.values(answers)]);
        expect(story.facts.map(({ text }) => text).sort()).toEqual(expected.map((text) => text.trim()).sort());
        expect([story.short, story.long]).toEqual(['', '']);
        expect(parseStory(story)).toEqual(story);
      }),
    );
  });

  it('and a question quotes the claim word for word', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        for (const { question } of missingHalves(text)) {
          const quoted = /^You wrote “(.*)”: [^“”]*$/su.exec(question)?.[1];
          expect(text).toContain(quoted);
        }
      }),
    );
  });
});

it('an outline asks for a part that has nothing, and for the halves that are unanswered', () => {
  const body = openEvidence('notes', 'notes', line('I decided to hold back the launch of the model by three weeks.'));
  const claim = body.claims[0]!;
  const confirmed = confirmedIn({ ...body, claims: [{ ...claim, state: 'confirmed' }] });
  const outline = buildOutline(confirmed, 'rollout-risk');
  expect(outline.parts.map(({ part }) => part)).toEqual(partsOf('rollout-risk'));
  expect(outline.parts.filter(({ gap }) => gap === null)).toHaveLength(1);
  expect(outline.open.length).toBeGreaterThan(0);
  const moved = buildOutline(confirmed, 'rollout-risk', new Map([[claim.id, 'cost']]));
  expect(moved.parts.find(({ part }) => part === 'cost')?.facts[0]?.text).toBe(claim.text);
  expect(buildOutline(confirmed, 'rollout-risk', new Map([[claim.id, null]])).open).toEqual([]);
});

it('evidence comes back from JSON as it was, and a damaged one is refused by its field', () => {
  fc.assert(
    fc.property(evidence, (body) => {
      expect(parseEvidence(JSON.parse(JSON.stringify(body)))).toEqual(body);
    }),
  );
  const body = openEvidence('a.txt', 'text', line('Cut errors by 40%'));
  expect(() => parseEvidence({ ...body, claims: [{ ...body.claims[0]!, state: 'maybe' }] })).toThrow(
    /claims\[0\]\.state/,
  );
  expect(() => parseEvidence({ ...body, claims: [{ ...body.claims[0]!, line: 9 }] })).toThrow(/line 9/);
});
