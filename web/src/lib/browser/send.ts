import { READER } from '../reader';

/** Sends a request that writes, in the name of the member of the page: another one may have signed in since. */
export function send(address: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
	const reader = document.querySelector<HTMLInputElement>('[name=reader]')?.value ?? '';
	return fetch(address, { ...init, headers: { ...init.headers, [READER]: reader } });
}
