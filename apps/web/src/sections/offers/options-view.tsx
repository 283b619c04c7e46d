import { lastValuation, show, type Cents, type Offer, type Valued } from '@legible/offers';
import { FuturesPlot } from './futures-plot.tsx';

interface Props {
  readonly offers: readonly Valued[];
  readonly given: readonly Offer[];
  readonly money: (cents: Cents) => string;
}

/** What options may bring: first how often nothing, then how much. */
export function OptionsView({ offers, given, money }: Props) {
  return (
    <div className="options-list">
      {offers.map(({ company, options }, k) => {
        const own = given[k]!.options;
        if (options === null || own === undefined) return null;
        if ('unknown' in options)
          return (
            <div key={k} className="notice">
              <p>
                <span className="theirs">{company}</span>: {options.unknown}
              </p>
            </div>
          );
        const { worthless, percentiles, exercise, mean, futures } = options;
        return (
          <section key={k} aria-label={`Options of ${company}`}>
            <h3 className="theirs">{company}</h3>
            <p>
              <strong>Worth nothing in {Math.round(100 * worthless)} of 100 futures.</strong>{' '}
              {percentiles[50] >= 100 && `In half of all they bring less than ${money(percentiles[50])}. `}
              {percentiles[90] >= 100
                ? `In one of ten they bring more than ${money(percentiles[90])}.`
                : 'In fewer than one of ten they bring anything.'}
            </p>
            <FuturesPlot company={company} futures={futures} money={money} />
            <dl className="facts">
              <div>
                <dt>To exercise all of them, before tax</dt>
                <dd>{money(exercise)}</dd>
              </div>
              <div>
                <dt>Mean over all futures, pulled up by the few</dt>
                <dd>{money(mean)}</dd>
              </div>
              <div>
                <dt>Last round’s valuation</dt>
                <dd>{show(lastValuation(own), given[k]!.currency)}</dd>
              </div>
              <div>
                <dt>To exercise after leaving</dt>
                <dd>{own.windowDays} days</dd>
              </div>
            </dl>
            <p className="tiny soft">{KIND[own.kind]}</p>
          </section>
        );
      })}
    </div>
  );
}

const KIND: Readonly<Record<'ISO' | 'NSO' | 'other', string>> = {
  ISO: 'ISO: exercising may raise the alternative minimum tax in the US although nothing was sold. Ask somebody who knows; this is no tax advice.',
  NSO: 'NSO: in the US the gain at exercise is taxed as pay although nothing was sold. Ask somebody who knows; this is no tax advice.',
  other: 'Which kind of option it is decides which tax is due when. Ask; this is no tax advice.',
};
