import type { Interview, InterviewResult } from '@legible/app/contract/index';
import { fillersIn } from '@legible/prep/rehearse/index';
import { longPauses } from '../../interview/delivery.ts';
import { plural } from '../../paper/names.ts';

interface Props {
  readonly interview: Interview;
  readonly result: InterviewResult;
}

/** How it was said: fillers and silences, where there were any worth a word. They change no level. */
export function DeliveryLine({ interview, result }: Props) {
  const fillers = fillersIn(result.turns.map(({ answer }) => answer).join('\n'));
  const pauses = longPauses(interview.events);
  const [longest] = pauses;
  const said = [
    ...(fillers.length === 0
      ? []
      : [
          `${plural(fillers.length, 'filler')} (${[...new Set(fillers.map(({ word }) => word))].slice(0, 4).join(', ')})`,
        ]),
    ...(longest === undefined
      ? []
      : [
          `${plural(pauses.length, 'long pause')}, the longest ${Math.round(longest.seconds)} s ${
            longest.after === '' ? 'before the first word' : `after “… ${longest.after}”`
          }`,
        ]),
  ];
  return said.length === 0 ? null : <p className="soft small">{said.join('; ')}. They change no level.</p>;
}
