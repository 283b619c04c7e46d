import { fullBank } from '@legible/corpus';
import { exchangesOf, formatOf, loopFromExchanges, parseTranscript, speakersOf, TranscriptError } from '@legible/loop';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptedReader } from './scripted-reader.ts';

const VTT = `WEBVTT

NOTE exported

intro
00:00:01.000 --> 00:00:04.000 align:start
<v Dana Wolf>Design a system that blocks fraudulent card payments at checkout.</v>

00:00:05.000 --> 00:00:09.500
<v Me>I would start with the <b>cost</b> of a block &amp; of a fraud.

00:00:10.000 --> 00:00:12.000
<v Dana Wolf>Mm-hm, go on.

00:00:12.500 --> 00:00:20.000
<v Me>Labels come from chargebacks.
`;
const SRT = `1
00:00:01,000 --> 00:00:04,000
Dana: Why machine learning engineering, and why now?

2
00:00:05,000 --> 00:00:09,000
Sam: Because the scores were wrong
and I had to answer for them.
`;

const speakers = (source: string, name = '') =>
  parseTranscript(source, name).map(({ speaker, text }) => [speaker, text]);

describe('transcripts of other tools', () => {
  it('VTT: voice tags, notes, cue ids, markup and entities', () => {
    expect(parseTranscript(VTT)).toEqual([
      {
        speaker: 'Dana Wolf',
        from: 1000,
        to: 4000,
        text: 'Design a system that blocks fraudulent card payments at checkout.',
      },
      { speaker: 'Me', from: 5000, to: 9500, text: 'I would start with the cost of a block & of a fraud.' },
      { speaker: 'Dana Wolf', from: 10_000, to: 12_000, text: 'Mm-hm, go on.' },
      { speaker: 'Me', from: 12_500, to: 20_000, text: 'Labels come from chargebacks.' },
    ]);
  });

  it('SRT: labels before the words, lines that go on', () => {
    expect(speakers(SRT)).toEqual([
      ['Dana', 'Why machine learning engineering, and why now?'],
      ['Sam', 'Because the scores were wrong and I had to answer for them.'],
    ]);
  });

  it.each([
    [
      'labels',
      'Interviewer: What broke first?\nMe: The feature store.\nIt was stale: nine days.\nInterviewer: And then?\nMe: We rolled back.',
    ],
    [
      'times before labels',
      '[00:01:02] Interviewer: What broke first?\n[00:01:05] Me: The feature store. It was stale: nine days.\n[00:01:20] Interviewer: And then?\n[00:01:22] Me: We rolled back.',
    ],
    [
      'headings with a time',
      'Interviewer  0:03\nWhat broke first?\n\nMe  0:09\nThe feature store.\nIt was stale: nine days.\n\nInterviewer  0:20\nAnd then?\n\nMe  0:22\nWe rolled back.',
    ],
    [
      'bold labels',
      '**Interviewer:** What broke first?\n**Me:** The feature store. It was stale: nine days.\n**Interviewer:** And then?\n**Me:** We rolled back.',
    ],
  ])('TXT with %s', (_, source) => {
    expect(speakers(source, 'call.txt')).toEqual([
      ['Interviewer', 'What broke first?'],
      ['Me', 'The feature store. It was stale: nine days.'],
      ['Interviewer', 'And then?'],
      ['Me', 'We rolled back.'],
    ]);
  });

  it.each([
    [
      'a plain list',
      [
        { speaker: 'A', text: 'Why?', start: 1 },
        { speaker: 'B', text: 'Because it cost us three days of wrong prices.', start: 2.5 },
      ],
    ],
    [
      'segments in seconds',
      {
        text: '…',
        segments: [
          { speaker: 'A', text: ' Why? ', start: 1, end: 2 },
          { speaker: 'B', text: 'Because it cost us three days of wrong prices.', start: 2.5, end: 8 },
        ],
      },
    ],
    [
      'utterances in milliseconds',
      {
        utterances: [
          { speaker: 'A', text: 'Why?', start: 1000, end: 2000 },
          { speaker: 'B', text: 'Because it cost us three days of wrong prices.', start: 2500, end: 8000 },
        ],
      },
    ],
    [
      'numbered speakers',
      {
        results: {
          utterances: [
            { speaker: 0, transcript: 'Why?', start: 1 },
            { speaker: 1, transcript: 'Because it cost us three days of wrong prices.', start: 2.5 },
          ],
        },
      },
    ],
    [
      'monologues of elements',
      {
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Why', ts: 1 },
              { type: 'punct', value: '?' },
            ],
          },
          { speaker: 1, elements: [{ value: 'Because it cost us three days of wrong prices.', ts: 2.5 }] },
        ],
      },
    ],
    [
      'words',
      {
        words: [
          { word: 'Why?', speaker: 'A', start: 1 },
          ...'Because it cost us three days of wrong prices.'
            .split(' ')
            .map((word, i) => ({ word, speaker: 'B', start: 2.5 + i / 3 })),
        ],
      },
    ],
  ])('JSON: %s', (_, value) => {
    const read = parseTranscript(JSON.stringify(value));
    expect(read.map(({ text }) => text)).toEqual(['Why?', 'Because it cost us three days of wrong prices.']);
    expect(read.map(({ from }) => from)).toEqual([1000, 2500]);
    expect(new Set(read.map(({ speaker }) => speaker)).size).toBe(2);
  });

  it('names of several words are names when they come again', () => {
    const source =
      'Hiring manager: Why?\nSam Okoro: Because of one thing: cost.\nHiring manager: And?\nSam Okoro: My answer is this: no.';
    expect(speakers(source, 'a.txt').map(([speaker]) => speaker)).toEqual([
      'Hiring manager',
      'Sam Okoro',
      'Hiring manager',
      'Sam Okoro',
    ]);
  });

  it('live captions that repeat themselves are said once', () => {
    const source =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nDana: Why\n\n00:02.000 --> 00:03.000\nDana: Why now?\n\n00:03.000 --> 00:04.000\nMe: Because.';
    expect(speakers(source)).toEqual([
      ['Dana', 'Why now?'],
      ['Me', 'Because.'],
    ]);
  });

  it.each([
    ['', 'file', 'call.txt'],
    ['just some words without anybody', 'file', 'call.txt'],
    ['{"a": 1}', 'file', 'call.json'],
    ['{"a": ', 'file', 'call.json'],
    ['[{"text": "hello"}, {"text": "there"}]', 'speaker', 'call.json'],
    ['WEBVTT\n\nnothing here', 'file', 'call.vtt'],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\nwords of nobody', 'speaker', 'call.vtt'],
  ])('%j is refused with the field, the reason and the mend', (source, field, name) => {
    try {
      parseTranscript(source, name);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(TranscriptError);
      expect(error).toMatchObject({ field });
      expect((error as TranscriptError).mend.length).toBeGreaterThan(10);
    }
  });

  it('never fails in any other way, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.constantFrom('a.vtt', 'a.srt', 'a.txt', 'a.json', ''),
        (source, name) => {
          try {
            for (const { text, speaker } of parseTranscript(source, name))
              expect(text !== '' && speaker !== '').toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(TranscriptError);
          }
        },
      ),
    );
  });

  it('tells formats apart without a file name', () => {
    expect([VTT, SRT, '[{"speaker":"A"}]', 'A: hello'].map((source) => formatOf(source))).toEqual([
      'vtt',
      'srt',
      'json',
      'txt',
    ]);
  });
});

describe('a real interview', () => {
  it('is rebuilt into exchanges, a nod being no question, and into a loop with its packet', () => {
    const utterances = parseTranscript(VTT);
    expect(speakersOf(utterances)[0]?.speaker).toBe('Me');
    const exchanges = exchangesOf(utterances, 'Me');
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]?.answer).toBe(
      'I would start with the cost of a block & of a fraud. Labels come from chargebacks.',
    );
    const loop = loopFromExchanges(exchanges, {
      preset: 'late-stage',
      seed: 1,
      reader: scriptedReader,
      bank: fullBank,
    });
    expect(loop.turns[0]?.interview.question.id).toBe('dp-a');
    expect(loop.rounds.map(({ kind }) => kind)).toEqual(['design-prediction']);
    expect(loop.packet?.votes[0]?.interviewer).toBe('Dana Wolf');
  });

  it('says so where the chosen speaker answers nothing', () => {
    expect(() => exchangesOf(parseTranscript(VTT), 'Nobody')).toThrow(/Choose the speaker/);
  });
});
