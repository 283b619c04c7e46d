import { createClient } from '@legible/app/client';
import type { Document } from '@legible/app/contract/index';
import type { Script, Story } from '@legible/prep';

/** A transition story that has every part. */
export const STORY: Story = {
  kind: 'transition',
  failures: [],
  simulated: false,
  facts: [
    { id: 'f1', part: 'system', text: 'The returns queue, 40,000 parcels a day.', source: 'resume.pdf, line 12' },
    { id: 'f2', part: 'decision', text: 'I moved the threshold from 0.5 to 0.8.', source: '' },
  ],
  short:
    'For six years I kept ending up with the same part of the job: the service that acts on somebody else’s score. I owned the returns queue, and I decided where its threshold stood. That is this job, with the score included.',
  long: 'For six years I kept ending up with the same part of the job: the service that acts on somebody else’s score. At a parcel company I owned the returns queue, 40,000 parcels a day, on call with one colleague. The score came from another team. I decided to move the threshold from 0.5 to 0.8, because a wrong hold cost us nine euros and a missed fraud four, and I had three months of appeals to show it. Holds fell by a third. What it taught me: the labels were the appeals, and people who give up do not appeal, so my own number flattered me. Since then I sample two hundred untouched parcels a week before I believe any rate. I cannot change the model where I am, only what stands after it. So the next step is the job that owns both.',
};

export const SCRIPT: Script = {
  kind: 'compensation',
  text: 'Before a number: which decisions does this role own alone, the threshold and the rollback, or the model only? If it owns both, I read it as your senior band, and the range I have seen for that is 165,000 to 185,000 base. I would be at 175,000, and equity or a review after six months could move that.',
};

/** A design told whole, in long sentences: more than a page for the morning can hold uncut. */
export const LONG_NARRATIVE = [
  'The goal is to lose less money to stolen cards in a month than the people who read alerts cost us, counted per shop and not per payment.',
  'Offline I measure recall at the number of alerts that twelve people can read in a day, because that is the limit that binds, and it lies when the mix of shops shifts.',
  'The baseline is the set of forty rules that runs today, with its own recall at the same number of alerts, and nothing ships that does not beat it by a tenth.',
  'Labels are chargebacks, which come up to ninety days late, and I wait for sixty of those days and say what is lost by not waiting for the rest.',
  'I split by time with a gap as long as the delay, and I check that no card stands on both sides, since a card that was stolen once is stolen again.',
  'Then gradient boosted trees, because they train in an hour, explain themselves to the people who read alerts, and leave little for a network to win.',
  'It is served in forty milliseconds from features that are at most five minutes old, and when they are older the old rules answer in its place.',
  'I watch the share of payments blocked each hour for each country, and somebody is paged when it doubles, at night as well.',
  'At twice the usual share for half an hour it is rolled back to the rules by whoever is on call, who need ask nobody, and the features go back with it.',
  'The delay of the labels dominates this design, and I give up freshness of the model for labels that can be believed.',
  'What breaks first after launch is the block rate of shops that are new, which I would find by reading fifty of their payments each morning in the first week.',
].join(' ');

/** Puts a design on the server. */
export const narrative = (url: string, kind: 'ranking' | 'prediction', text: string): Promise<Document> =>
  createClient(url).saveDocument({
    params: { id: crypto.randomUUID() },
    body: { type: 'narrative', title: kind, body: { kind, area: 'fraud', text }, baseVersion: 0 },
  });

/** Puts a document of the dossier on the server and resolves with it. */
export async function item(
  url: string,
  title: string,
  body: Story | Script,
  type: 'story' | 'script' = 'story',
): Promise<Document> {
  return createClient(url).saveDocument({
    params: { id: crypto.randomUUID() },
    body: { type, title, body: JSON.parse(JSON.stringify(body)) as Document['body'], baseVersion: 0 },
  });
}
