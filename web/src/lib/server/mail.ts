import { domainToUnicode } from 'node:url';

/** A mail address as its owner writes it: services keep domains of other scripts in their ASCII form. */
export function readableAddress(address: string): string {
	const name = address.slice(0, address.lastIndexOf('@') + 1);
	const domain = address.slice(name.length);
	return name + (domainToUnicode(domain) || domain);
}
