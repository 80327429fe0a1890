import type { components } from './api/generated/forum.d.ts';

type Hit = components['schemas']['SearchHit'];

/** The most threads that are suggested. */
const MOST = 4;

/** Words of this many letters say what a thread is about, except in scripts whose words are shorter. */
const LONG = /^(?:[\p{L}\p{M}\p{N}]{3,}|.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}].*)$/u;

/** The words of a title that are searched for; empty if they are too few to say anything. */
export function wordsOf(title: string): string {
	const words = (title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => LONG.test(word));
	return [...words.join(' ')].slice(0, 200).join('');
}

/** The threads among hits whose title has at least half of the words. */
export function similarAmong(hits: Hit[], words: string): { title: string; href: string }[] {
	const least = Math.max(1, Math.ceil(words.split(' ').length / 2));
	const titles = new Map<string, string>();
	for (const { threadId, title, highlights } of hits) {
		const marked = highlights.find(({ field }) => field === 'title')?.html.split('<mark>').length ?? 1;
		if (marked > least) {
			titles.set(threadId, title);
		}
	}
	return [...titles].slice(0, MOST).map(([id, title]) => ({ title, href: `/threads/${id}` }));
}
