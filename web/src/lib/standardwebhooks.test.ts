import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** A message with the signature that webhook-service computes for it; StandardSecretTests proves that it does. */
const { secret, id, timestamp, body, signature } = JSON.parse(
	readFileSync('../webhook-service/src/test/resources/standard-webhooks.json', 'utf8')
) as { secret: string; id: string; timestamp: number; body: string; signature: string };

const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };

describe('the reference library of Standard Webhooks', () => {
	const library = new Webhook(secret);

	beforeEach(() => void vi.useFakeTimers({ now: timestamp * 1000 }));
	afterEach(() => void vi.useRealTimers());

	it('verifies our messages', () => {
		expect(library.verify(body, headers)).toEqual(JSON.parse(body));
	});

	it('verifies them among the signatures of two secrets', () => {
		const both = { ...headers, 'webhook-signature': `v1,${'A'.repeat(43)}= ${signature}` };
		expect(library.verify(body, both)).toEqual(JSON.parse(body));
	});

	it('signs as we do, so that we verify its messages', () => {
		expect(library.sign(id, new Date(timestamp * 1000), body)).toBe(signature);
	});

	it.each([
		['another body', `${body} `, headers],
		['another id', body, { ...headers, 'webhook-id': 'x' }],
		['a stale time', body, { ...headers, 'webhook-timestamp': String(timestamp - 3600) }]
	])('refuses %s', (_, text, sent) => {
		expect(() => library.verify(text, sent)).toThrow();
	});
});
