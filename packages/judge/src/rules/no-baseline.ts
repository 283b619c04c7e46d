import type { Rule } from './rule.ts';
import { isDesign } from './reading/kinds.ts';

const rule: Rule = {
  fault: 'no-baseline',
  gravity: 16,
  absence: true,
  about: 'You proposed a model and nothing simpler that it has to beat.',
  better:
    'Name what is done today, or a rule on one feature, and by how much the model must beat it to be worth running.',
  cues: [],
  whole: (answer) => [
    answer.topics.has('baseline') ? 'baseline' : 'no-baseline',
    answer.topics.has('model') ? 'model' : 'no-model',
    ...(answer.topics.has('baseline') ? [] : answer.topics.has('model') ? ['unbeaten-model'] : []),
    answer.topics.has('online') ? 'online' : 'no-online',
    ...(/ (?:baseline|heuristic|rules) /.test(answer.readings.map((reading) => reading.plain).join(''))
      ? ['says-baseline']
      : []),
  ],
  possible: (answer) =>
    isDesign(answer.asked.kind, answer.words) &&
    !/ (?:baselines?|heuristics?) /.test(answer.readings.map((reading) => reading.plain).join('')),
  fires: [
    {
      kind: 'design-prediction',
      text: 'I would collect the payments of the last two years with the chargebacks as labels, build features on the card, the merchant and the device, and train XGBoost. I would look at precision and recall, choose a threshold, put it behind an API, run it in shadow for a week and then roll it out to everybody with monitoring for drift.',
    },
    {
      kind: 'design-ranking',
      text: 'We take the watch history as labels and train a two-tower model for candidates. After it a deep ranker with user and item features scores a few hundred of them. I check NDCG, then an A/B test on watch time, and I cache the result for an hour so that the latency stays below a hundred milliseconds.',
    },
    {
      kind: 'design-prediction',
      text: 'so we get the sensor data from the machines and the work orders tell us which ones failed and we make windows of seven days and train an lstm on it and then the planner gets a list every morning and we retrain each month because the machines get older and we watch the drift of the sensors',
    },
    {
      kind: 'design-prediction',
      text: 'Labels come from cancellations in the following month. I build features from log-ins, tickets and payments, train a random forest, and send the top thousand to the retention team with an offer. Half of them get no offer, so we can see whether the offer does something. I retrain monthly and watch the calibration.',
    },
    {
      kind: 'design-ranking',
      text: 'For the job feed I would train a transformer on applications. The label is an application that got a reply. Features are skills, distance and salary. The model is served from a cache, new jobs get a boost by exploration, and an A/B test on replies decides whether to ship it to all the users.',
    },
    {
      kind: 'design-prediction',
      text: 'For delivery time I use the timestamps of past orders, features such as distance, kitchen load and weather, and a neural network that predicts a quantile. It is trained on the last three months, tested on the last two weeks, and shown to five percent of customers first while we watch the refunds.',
    },
  ],
  silent: [
    {
      kind: 'design-prediction',
      text: 'What is done today is a rule on the amount and the country; it stops forty percent of fraud at two percent of payments. A model must beat that at the same number of stops. I train boosted trees on chargebacks older than sixty days, and test on the last month, then run it in shadow against the rule.',
    },
    {
      kind: 'design-ranking',
      text: 'The first thing to beat is most popular in the region over the last week, which is free. Then a logistic model over ten features, and only then two towers. Each must win an A/B test on plays longer than ten minutes by one percent, or I keep the simpler one and spend the time on the catalogue.',
    },
    {
      kind: 'design-prediction',
      text: 'Planners replace bearings every ninety days. That schedule is my baseline: I count the failures it prevents and its cost in parts. The model has to prevent the same number with fewer stops. Labels are the work orders, read by hand for a month, since planned repairs hide failures. It would start on one line.',
    },
    { kind: 'probe', text: 'I would beat the rule first.' },
    {
      kind: 'comp',
      text: 'I would expect the middle of the band for this level of scope, with the pager included, and I would want the review after six months in writing because I have not owned training before.',
    },
    {
      kind: 'design-prediction',
      text: 'Before a model, I would sort by days since the last log-in, because a person can do that in a spreadsheet. If the retention team saves as many customers with this list as with the model, then there is no model. Labels are cancellations that were not failed cards, and half of the list gets no call.',
    },
  ],
};
export default rule;
