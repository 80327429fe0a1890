import type { Translator } from '#lib/messages/index.ts';
import type { components } from '#lib/server/api/generated/gateway.d.ts';

/** How much of its quota a personal token or an app has used. */
export type Usage = components['schemas']['OwnUsage']['data'][number];

/** By the ids of tokens and apps. */
export type Usages = Record<string, Usage>;

/** Says how many requests a program has sent, and how many it may send. */
export function describeUsage(t: Translator, usage: Usage): string {
	const { used, quota, windowSeconds } = usage;
	return t('usage.text', { used, quota, count: windowSeconds / 3600 });
}
