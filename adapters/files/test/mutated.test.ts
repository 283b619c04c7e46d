import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replyTo } from '../src/read/reply.ts';
import { DOCX_LAYOUTS, docx } from './resumes/docx.ts';
import { JSON_LAYOUTS } from './resumes/json.ts';
import { PDF_LAYOUTS, pdf } from './resumes/pdf.ts';
import { person } from './resumes/people.ts';

const word = docx(DOCX_LAYOUTS['a table that lays out the page']!(person(3)));
const json = Buffer.from(JSON.stringify(JSON_LAYOUTS['every section']!(person(4))));
const printed = await pdf((doc) => PDF_LAYOUTS['two equal columns']![0](doc, person(2)), { compress: false });

/** Places and values by which a file is changed, as shares of its length. */
const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999_999, noNaN: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 25,
});

test.each([
  ['pdf', printed],
  ['docx', word],
  ['json-resume', json],
  ['text', json],
] as const)(
  'a changed %s is read, or refused with a reason and a mend; it never breaks the reader',
  async (format, whole) => {
    await fc.assert(
      fc.asyncProperty(changes, async (places) => {
        const bytes = new Uint8Array(whole);
        for (const [share, value] of places) bytes[Math.floor(share * bytes.length)] = value;
        const reply = await replyTo({ format }, bytes);
        if ('refused' in reply) {
          expect(reply.refused.message.length).toBeGreaterThan(15);
          expect(reply.refused.mend).not.toBe('');
        } else expect(reply).toHaveProperty('text.lines');
      }),
      { numRuns: 25 },
    );
  },
);
