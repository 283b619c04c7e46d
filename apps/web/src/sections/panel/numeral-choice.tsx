import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';

interface Props<T extends number> {
  readonly label: string;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

/** Numerals to circle, one of them. */
export function NumeralChoice<T extends number>({ label, values, names, value, onChange }: Props<T>) {
  return (
    <RadioGroup
      className="circles"
      aria-label={label}
      value={value === undefined ? '' : String(value)}
      onValueChange={(chosen) => {
        const found = values.find((known) => String(known) === chosen);
        if (found !== undefined) onChange(found);
      }}
    >
      {values.map((known) => (
        <Radio.Root key={known} value={String(known)} className="circle" aria-label={`${known} ${names[known]}`}>
          {known}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
