import type { BaseDay, World } from '@legible/lab';
import { brief } from '../charts/scale.ts';
import { dollars } from '../kept.ts';
import { Answer } from './answer.tsx';
import { alarmWords, figureOf, figuresOf } from './day-figures.ts';

interface Props {
  readonly days: readonly BaseDay[];
  readonly world: World;
}

/** What was learned, what was raised, and what each day brought, newest first. */
export function LiveLog({ days, world }: Props) {
  const raised = days.flatMap(({ alarms }) => alarms).toReversed();
  const answers = days.flatMap(({ events }) => events.filter(({ answer }) => answer !== undefined)).toReversed();
  const figures = figuresOf(days);
  return (
    <>
      {answers.length > 0 && (
        <>
          <h3>What you learned</h3>
          {answers.map(({ day: asked, what, answer }, i) => (
            <Answer key={`${asked} ${what} ${i}`} day={asked} what={what} answer={answer} />
          ))}
        </>
      )}
      {raised.length > 0 && (
        <details className="lab-part">
          <summary>
            <h3>Alarms so far: {raised.length}</h3>
          </summary>
          <ul className="lab-scroll lab-alarms" tabIndex={0} aria-label="Alarms, newest first">
            {raised.map((alarm) => (
              <li key={`${alarm.day} ${alarm.kind} ${alarm.feature}`}>
                Day {alarm.day}: {alarmWords(alarm, world)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {days.length > 0 && (
        <details className="lab-part">
          <summary>
            <h3>Day by day</h3>
          </summary>
          <div className="lab-scroll lab-tall" tabIndex={0} role="region" aria-label="Days, newest first">
            <table>
              <thead>
                <tr>
                  <th>Day</th>
                  {figures.map(({ key, title }) => (
                    <th key={key} className="number">
                      {title}
                    </th>
                  ))}
                  <th>Done</th>
                </tr>
              </thead>
              <tbody>
                {days.toReversed().map((report) => (
                  <tr key={report.day}>
                    <td>{report.day}</td>
                    {figures.map(({ key }) => (
                      <td key={key} className="number">
                        {brief(figureOf(report, key))}
                      </td>
                    ))}
                    <td>
                      {report.events
                        .map(
                          ({ by, what, dollars: price }) =>
                            `${by === 'plan' ? 'plan: ' : ''}${what}${price > 0 ? ` (${dollars(price)})` : ''}`,
                        )
                        .join('; ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
