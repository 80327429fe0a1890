import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COOKIES } from './cookies.ts';

const SIGN_IN = '../auth-service/src/main/java/org/parley/auth/user/cookie/SignInCookies.java';

/** The names of cookies in the sources of this server; scripts of pages set none. */
function ownNames(): string[] {
	const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
		(one) => /(?<!\.test)\.ts$/.test(one) && one !== 'lib/cookies.ts' && !one.startsWith('lib/browser/')
	);
	const text = sources.map((one) => readFileSync(`src/${one}`, 'utf8')).join('\n');
	const sealed = [...text.matchAll(/new SealedCookie<.*>\('(\w+)'/g)].map(([, purpose]) => `parley_web_${purpose}`);
	return [...sealed, ...[...text.matchAll(/'(parley_\w*[a-z])'/g)].map(([, name]) => name ?? '')];
}

it('every cookie has a purpose', () => {
	const named = new Set<string>(COOKIES.flatMap(({ names }) => names));
	const ofSignIn = [...readFileSync(SIGN_IN, 'utf8').matchAll(/"(parley_\w+)"/g)].map(([, name]) => name ?? '');
	expect(ofSignIn).toContain('parley_form');
	expect([...named].toSorted()).toEqual([...new Set([...ofSignIn, ...ownNames()])].toSorted());
});
