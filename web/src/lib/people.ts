/** A person who is suggested. */
export interface Found {
	username: string;
	displayName: string;
}

/** The regular expression of a username of auth-service, as somebody writes it. */
const USERNAME = /^[A-Za-z0-9_-]{3,30}$/;

/** Returns the username that a text is, if it is one; its sign and its letters may be those of wide keyboards. */
export function usernameOf(text: string): string | null {
	return USERNAME.exec(withoutSign(text.trim()).normalize('NFKC'))?.[0] ?? null;
}

/** A username without the sign of mentions, which people write before it. */
export function withoutSign(username: string): string {
	return username.replace(/^[@\uFF20]/, '');
}

/** The forms of a part of a name: as names are compared, and as usernames are made of names. */
export function nameForms(text: string): { name: string; username: string } {
	const name = withoutSign(text.trim())
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase();
	return { name, username: name.replace(/[^a-z0-9_]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 30) };
}
