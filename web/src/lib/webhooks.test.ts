import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { translator } from './messages/index.ts';
import { reasonText } from './webhooks.ts';

const SOURCES = [
	'../webhook-service/src/main/java/org/parley/webhook/subscription/WebhookSubscription.java',
	'../platform/platform-security/src/main/java/org/parley/platform/security/outbound/PublicHttpClient.java'
].map((path) => readFileSync(path, 'utf8'));

/** The reasons as the API writes them. */
const reasons = SOURCES.flatMap((source) => [...source.matchAll(/(?:this\.reason = .*?|-> |\? )"([A-Z][^"]+)"/g)].map(([, reason = '']) => reason.replace('%d', '5')));

test('each reason is said in the language of the reader', () => {
	expect(reasons.length).toBeGreaterThan(9);
	expect(reasons.filter((reason) => reasonText(reason, translator('de')) === reason)).toEqual([]);
	expect(reasonText('All deliveries failed for 5 days.', translator('en'))).toBe('All deliveries failed for 5 days.');
	expect(reasonText('Something new', translator('de'))).toBe('Something new');
});
