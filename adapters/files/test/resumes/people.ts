/** Invented people and their work: what every layout of a resume is made of. */

export interface Job {
  readonly title: string;
  readonly employer: string;
  readonly dates: string;
  readonly bullets: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly contact: string;
  readonly summary: string;
  readonly jobs: readonly Job[];
  readonly skills: readonly string[];
  readonly education: readonly string[];
}

const NAMES = [
  'Zoë Krämer-Nuñez',
  'Łukasz Świątek',
  'Nguyễn Thị Hương',
  'Мария Ковальчук',
  'Ελένη Παπαδοπούλου',
  'Søren Ødegård',
  'Şükrü Çağlayan',
  'Amara Okonkwo',
  'Siobhán Ní Bhriain',
  'João da Conceição',
  'Ágnes Győrffy',
  'Dana O’Leary',
] as const;

/** Names in scripts that the PDF's font does not have, for the formats that need no font. */
export const OTHER_NAMES = ['李晓雯', 'محمد الفارسي', 'さくら田中', 'אורי כהן'] as const;

const BULLETS = [
  'Cut failed payments by 40% over two quarters by retrying soft declines with a delay that depends on the issuing bank.',
  'Own the address-matching service, 9 million lookups a day, and carry its pager one week in four.',
  'Reduced p95 latency of the search endpoint from 480 ms to 130 ms by caching parsed queries at the edge.',
  'Built the nightly pipeline that joins orders with refunds and feeds the churn model of the growth team.',
  'Led the move of 14 services to a new deployment system with canary releases and a rollback within five minutes.',
  'Found that 6% of training labels came from test accounts, removed them and re-ran the evaluation with the analysts.',
  'Improved recall of the duplicate-listing filter from 0.62 to 0.81 at the same review load of forty cases an hour.',
  'Responsible for data quality of the events table, 2.1 billion rows, used by eleven downstream teams.',
  'Ran an A/B test on the ranking of delivery slots; conversion rose 3.2% and late deliveries did not change.',
  'Wrote the monitor that compares live feature values with the training set, which caught two silent upstream changes.',
  'Helped the fraud team to lower false positives by 18% by adding the age of the device as a feature.',
  'Saved $210,000 a year by moving batch scoring to spot instances and reusing unchanged scores.',
  'Designed the labelling guide and measured agreement of three annotators before the first model was trained.',
  'Decided to delay the launch of the pricing model by three weeks because its holdout shared customers with training.',
  'Handled the outage of March 2023: a stale cache served yesterday’s prices for 50 minutes to 4% of sessions.',
  'Introduced contract tests between the feature store and its six producers and cut broken builds from nine to one a month.',
] as const;

const EMPLOYERS = ['Parcelhub', 'Nordlicht Bank', 'Tern & Co', 'Öresund Logistik', 'Bluefin Travel', 'Kite Health'];
const TITLES = [
  'Senior Software Engineer',
  'Backend Engineer',
  'Data Engineer',
  'Platform Engineer',
  'Software Engineer II',
];
const SKILLS = ['Python', 'Go', 'PostgreSQL', 'Kafka', 'Spark', 'Kubernetes', 'Terraform', 'scikit-learn', 'Airflow'];

const cycle = <T>(list: readonly T[], at: number): T => list[((at % list.length) + list.length) % list.length]!;

/** The person of this number; the same each time, and no two share all of their lines. */
export function person(n: number, name: string = cycle(NAMES, n)): Person {
  const bullets = Array.from({ length: 6 }, (_, index) => cycle(BULLETS, n * 5 + index * 3));
  return {
    name,
    contact: `person${n}@example.org`,
    summary: `Engineer with ${6 + (n % 5)} years in payments and search, most of them close to models that others trained.`,
    jobs: [0, 1].map((job) => ({
      title: cycle(TITLES, n + job),
      employer: cycle(EMPLOYERS, n * 2 + job),
      dates: `${2016 + job * 3}–${2019 + job * 4}`,
      bullets: bullets.slice(job * 3, job * 3 + 3),
    })),
    skills: Array.from({ length: 6 }, (_, index) => cycle(SKILLS, n + index)),
    education: [`BSc Computer Science, University of Example ${n}, 2015`, `Course in statistics, ${2018 + (n % 3)}`],
  };
}

/** Every sentence that says what the person did, in the order of the resume. */
export const bulletsOf = ({ jobs }: Person): readonly string[] => jobs.flatMap(({ bullets }) => bullets);
