/** Codes of refusals that may pass, so that what was refused is tried again. */
const PASSING = new Set([
	'auth.token-expired',
	'limit.exceeded',
	'quota.exceeded',
	'rate.limited',
	'request.timeout',
	'server.restarting',
	'service.bad-answer',
	'service.timeout'
]);

/** Whether what was refused so should be tried again later; a lost answer has no code. */
export function passes(code: string | undefined): boolean {
	return code === undefined || PASSING.has(code) || /^http\.(?:5|429)/.test(code) || code.endsWith('.unavailable');
}
