/** What a person can do while a run is live, and its price: cards of a world, and their checks. */

/** Something done on a day. A world knows which kinds there are and what each takes. */
export interface BaseAction {
  readonly day: number;
  readonly kind: string;
}

/** What an action takes beside its day. */
export type ActionArgument =
  | { readonly name: string; readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly unit: string;
    };

export interface ActionCard<K extends string = string> {
  readonly kind: K;
  readonly title: string;
  readonly says: string;
  readonly dollars: number;
  readonly hours: number;
  readonly takes?: ActionArgument;
}

/** Bad action: the message names the field, the reason and the mend. */
export class ActionError extends Error {
  readonly field: string;
  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.name = 'ActionError';
    this.field = field;
  }
}

/** The document as an action of one of these cards, or ActionError. `field` is its place in the file. */
export function parseAction(
  document: unknown,
  field: string,
  world: { readonly actions: readonly ActionCard[]; readonly liveDays: number },
): BaseAction {
  if (typeof document !== 'object' || document === null)
    throw new ActionError(field, 'must be an object { day, kind, … }');
  const value = document as Record<string, unknown>;
  const card = world.actions.find((c) => c.kind === value.kind);
  if (!card)
    throw new ActionError(
      `${field}.kind`,
      `is ${JSON.stringify(value.kind)}; choose one of ${world.actions.map((c) => c.kind).join(', ')}`,
    );
  if (!Number.isInteger(value.day) || (value.day as number) < 0 || (value.day as number) >= world.liveDays) {
    throw new ActionError(
      `${field}.day`,
      `is ${JSON.stringify(value.day)}; it must be a whole day from 0 to ${world.liveDays - 1}`,
    );
  }
  const { takes } = card;
  const extra = Object.keys(value).find((key) => key !== 'day' && key !== 'kind' && key !== takes?.name);
  if (extra)
    throw new ActionError(
      `${field}.${extra}`,
      `is not a field of "${card.kind}"; its fields are day, kind${takes ? `, ${takes.name}` : ''}`,
    );
  if (takes) {
    const given = value[takes.name];
    const say = (reason: string): never => {
      throw new ActionError(`${field}.${takes.name}`, `is ${JSON.stringify(given)}; ${reason}`);
    };
    if (takes.kind === 'choice') {
      if (!takes.choices.includes(given as string)) say(`choose one of ${takes.choices.join(', ')}`);
    } else if (!(typeof given === 'number' && given >= takes.min && given <= takes.max))
      say(`it must be a ${takes.unit} from ${takes.min} to ${takes.max}`);
  }
  return document as BaseAction;
}
