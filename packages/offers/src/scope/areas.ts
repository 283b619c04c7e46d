/** What a role can own. */
export const AREAS = ['data', 'features', 'evaluation', 'serving', 'monitoring', 'on-call'] as const;
export type Area = (typeof AREAS)[number];

export const ROLES = ['applied ML', 'ML infrastructure', 'hybrid'] as const;
export type Role = (typeof ROLES)[number];

/** How much of an area is the role's. */
export const HOLDS = ['not said', 'not mine', 'contributes', 'owns', 'sets direction'] as const;
export type Hold = (typeof HOLDS)[number];

export const LEVELS = ['junior', 'mid', 'senior', 'staff'] as const;
export type RoleLevel = (typeof LEVELS)[number];

/** The question that settles who holds an area, and what holding it means. */
export const AREA: Readonly<Record<Area, { readonly means: string; readonly ask: string }>> = {
  data: {
    means: 'where labels come from, how late and how wrong they are, what is thrown away',
    ask: 'Who decides where the labels come from, and who pays when they turn out wrong?',
  },
  features: {
    means: 'what the model may know at prediction time, and that training sees the same',
    ask: 'Who owns the feature pipelines, and who is called when training and serving differ?',
  },
  evaluation: {
    means: 'which offline number stands for the goal, the split, the bar a launch must clear',
    ask: 'Who signs off that an offline result is good enough to go online?',
  },
  serving: {
    means: 'latency, rollout, fallback, and the way back',
    ask: 'Does this role ship the model to production, or hand it to another team?',
  },
  monitoring: {
    means: 'what is watched after launch, and what happens when it moves',
    ask: 'Who watches the model after launch, and who may turn it off?',
  },
  'on-call': {
    means: 'being the one who is called at night',
    ask: 'Is there an on-call rota for models, how often, and is it paid?',
  },
};

/** What a level is paid for: the fewest areas it owns, and what sets it apart. An order of size; companies differ, so ask. */
export const LEVEL: Readonly<
  Record<RoleLevel, { readonly owns: number; readonly directs: number; readonly paidFor: string }>
> = {
  junior: { owns: 0, directs: 0, paidFor: 'doing a scoped piece of work that somebody else checks' },
  mid: { owns: 1, directs: 0, paidFor: 'owning a part from the data to the result, with its failures' },
  senior: {
    owns: 3,
    directs: 0,
    paidFor: 'owning a model end to end, its evaluation, and what it costs when it is wrong',
  },
  staff: { owns: 3, directs: 1, paidFor: 'deciding for several models or teams what is built and how it is judged' },
};
