/** What the fields of a plan are made of, in every world. The form, the command line and the checks read them. */

export type FieldType =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly unit: string;
      readonly whole?: boolean;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'shares'; readonly maxItems: number };

export interface Field {
  /** Path in the document, dotted; one dot at most. */
  readonly path: string;
  readonly title: string;
  readonly type: FieldType;
  /** What it decides, in plain words. */
  readonly says: string;
  /** What goes wrong on either side. */
  readonly risks: string;
}

export const choice = (...choices: string[]): FieldType => ({ kind: 'choice', choices });
export const number = (min: number, max: number, unit: string): FieldType => ({ kind: 'number', min, max, unit });
export const whole = (min: number, max: number, unit: string): FieldType => ({
  kind: 'number',
  min,
  max,
  unit,
  whole: true,
});
export const flag: FieldType = { kind: 'flag' };
export const text = (maxLength: number): FieldType => ({ kind: 'text', maxLength });
export const shares = (maxItems: number): FieldType => ({ kind: 'shares', maxItems });

export type FieldRow = readonly [path: string, title: string, type: FieldType, says: string, risks: string];

export function fieldsOf(rows: readonly FieldRow[]): readonly Field[] {
  return rows.map(([path, title, type, says, risks]) => ({ path, title, type, says, risks }));
}

/** A monitor that can be bought. `min` and `max` bound its threshold; above the threshold it raises an alarm. */
export interface MonitorCard {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  readonly risks: string;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
  readonly dollarsPerDay: number;
}
