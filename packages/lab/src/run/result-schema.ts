/** JSON Schema (draft 2020-12) of a run's result, as `legible lab run … --json` prints it. */

const number = { type: 'number' } as const;
const text = { type: 'string' } as const;
const list = (items: object): object => ({ type: 'array', items });
const record = (properties: Record<string, object>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const nullable = (schema: { readonly type: string }): object => ({ ...schema, type: [schema.type, 'null'] });
const about = (schema: object, description: string): object => ({ ...schema, description });
const points = list(record({ x: number, y: number }));

const lie = record({
  stage: about(
    text,
    'Part of the pipeline, in the order of the world: fraud begins with labels, recommendations with the metric.',
  ),
  subject: nullable(text),
  day: about(number, 'Live day on which it began; -1 is before launch.'),
  says: text,
  said: about(number, 'What the pipeline said, in the unit of `says`.'),
  was: about(number, 'What was true, in the same unit.'),
  couldBeSeenOn: about(
    number,
    'Live day on which the statistic named in `how` would have shown it; -1 is before launch.',
  ),
  how: text,
  monitor: about(nullable(text), 'Monitor that would have raised it first, bought or not; null where none would.'),
  monitorSeesOn: about(nullable(number), 'Live day on which that monitor would have raised it.'),
  alarmedOn: about(nullable(number), 'Live day on which the plan’s own monitors raised it; null where they never did.'),
});

const ledgerLine = record({
  total: about(number, 'Dollars that the live period cost; less is better.'),
  byCause: about(list(number), 'Dollars by cause, in the order of `causes`.'),
  byDay: about(list(number), 'Dollars of each live day.'),
});

export const resultSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Result of a lab run',
  type: 'object',
  required: [
    'version',
    'file',
    'ledger',
    'causes',
    'ours',
    'reference',
    'decisions',
    'shapley',
    'firstLie',
    'lies',
    'offline',
    'questions',
    'prediction',
    'incidents',
    'incidentCosts',
    'days',
    'counts',
    'prevalence',
    'constraint',
  ],
  properties: {
    version: { const: 1 },
    file: about({ type: 'object' }, 'World, seed, volume, plan and actions: enough to replay the run to the byte.'),
    causes: about(list(text), 'Names of the causes of cost.'),
    ledger: {
      type: 'object',
      description: 'By name: `ours`, `doing nothing`, each reference plan, `oracle`.',
      required: ['ours', 'doing nothing', 'oracle'],
      additionalProperties: ledgerLine,
    },
    ours: about(list(list(number)), 'Our dollars by live day, then by cause.'),
    reference: about(text, 'The reference plan whose decisions were put in the place of ours.'),
    decisions: about(
      list(
        record({
          decision: text,
          title: text,
          cost: about(nullable(number), 'Dollars ours cost more than the reference’s, all else equal.'),
          note: text,
        }),
      ),
      'What each decision cost.',
    ),
    shapley: {
      description: 'Shares of the decisions that moved the money most, where they interact; null with fewer than two.',
      anyOf: [
        { type: 'null' },
        record({
          shares: list(record({ player: text, value: number, low: number, high: number })),
          orders: about(number, 'Orders sampled.'),
          together: about(number, 'Dollars saved with all of them replaced.'),
        }),
      ],
    },
    firstLie: {
      description: 'The first untrue statement in the order of the pipeline; null where nothing lied.',
      anyOf: [{ type: 'null' }, lie],
    },
    lies: list(lie),
    offline: about(
      {
        type: 'object',
        required: ['rows', 'metric', 'metrics', 'promisedPerDay', 'slices', 'features'],
        anyOf: [
          { required: ['threshold', 'roc', 'precisionRecall', 'calibration', 'cost', 'scores', 'labelCurve'] },
          { required: ['places', 'firstPlace', 'byReward', 'experiment', 'agreement', 'popularity'] },
        ],
        properties: {
          metrics: { type: 'object', additionalProperties: number },
          promisedPerDay: number,
          roc: points,
          precisionRecall: points,
          cost: points,
          labelCurve: about(points, 'Chargebacks per thousand payments by age in weeks.'),
        },
      },
      'What the plan’s own evaluation said before launch. It may be wrong.',
    ),
    questions: list(
      record({
        id: text,
        question: text,
        answer: text,
        facts: list(record({ fact: text, phrases: list(text) })),
        kind: text,
        signals: list(text),
      }),
    ),
    prediction: record({
      saves: number,
      saved: number,
      firstFailure: text,
      failedFirst: nullable(text),
      right: { type: 'boolean' },
    }),
    incidents: list(record({ kind: text, from: number, until: number, feature: number, size: number })),
    incidentCosts: about(
      list(
        record({
          kind: text,
          title: text,
          feature: nullable(text),
          from: about(number, 'Live day on which it began.'),
          until: about(number, 'Live day before which it would have ended by itself.'),
          cost: about(nullable(number), 'Dollars that the run cost more with it than without it, all else equal.'),
        }),
      ),
      'What each incident cost: the run replayed without it, in the order of `incidents`.',
    ),
    prevalence: about(number, 'True share: of attempts that are fraud, of clicks that were worth it.'),
    counts: about(
      { type: 'object', additionalProperties: number },
      'True counts of the live period, by the words of the world.',
    ),
    constraint: {
      description: 'What dominates this world, read from the bill; null where the world does not say.',
      anyOf: [{ type: 'null' }, record({ name: text, says: text, dollars: number })],
    },
    days: about(
      list({ type: 'object', required: ['day', 'share', 'readings', 'alarms', 'events'] }),
      'What each live day showed.',
    ),
  },
} as const;
