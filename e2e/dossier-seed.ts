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
