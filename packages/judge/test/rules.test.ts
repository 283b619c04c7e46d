import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { REGISTRY, registrySource } from '../../../tools/generate-registry.ts';
import { FAULTS } from '../src/rubric.ts';
import { findFaults, RULES, type Example } from '../src/rules/index.ts';

const asked = (example: Example) => ({ kind: example.kind ?? ('probe' as const), text: example.question ?? '' });

describe('the registry', () => {
  it('lists every rule of the folder; run node tools/generate-registry.ts when this fails', () => {
    expect(readFileSync(REGISTRY, 'utf8')).toBe(registrySource());
  });

  it('ships models of at most 60 kB gzipped', () => {
    const weights = readFileSync(new URL('../src/rules/model/weights.generated.ts', import.meta.url));
    expect(gzipSync(weights).length).toBeLessThanOrEqual(60 * 1024);
  });

  it('has one rule for each fault of the rubric, and no two of the same gravity', () => {
    expect(RULES.map((rule) => rule.fault)).toEqual([...FAULTS]);
    expect(new Set(RULES.map((rule) => rule.gravity)).size).toBe(FAULTS.length);
  });
});

describe.each(RULES.map((rule) => [rule.fault, rule] as const))('%s', (fault, rule) => {
  it('carries at least six examples that fire and six that must not, all different', () => {
    expect(rule.fires.length).toBeGreaterThanOrEqual(6);
    expect(rule.silent.length).toBeGreaterThanOrEqual(6);
    expect(new Set([...rule.fires, ...rule.silent].map((example) => example.text)).size).toBe(
      rule.fires.length + rule.silent.length,
    );
  });

  it.each(rule.fires.map((example) => [example.text.slice(0, 70), example] as const))('fires: %s', (_, example) => {
    const found = findFaults(example.text, asked(example)).find((finding) => finding.fault === fault);
    expect(found, example.text).toBeDefined();
    expect(found?.quote.text === '').toBe(rule.absence);
  });

  it.each(rule.silent.map((example) => [example.text.slice(0, 70), example] as const))('silent: %s', (_, example) => {
    expect(
      findFaults(example.text, asked(example)).map((finding) => finding.fault),
      example.text,
    ).not.toContain(fault);
  });
});
