/** The text fields of a form; a missing one is empty. */
export async function readForm<const N extends string>(
	request: Request,
	...names: N[]
): Promise<Record<N, string>> {
	const form = await request.formData();
	const values = {} as Record<N, string>;
	for (const name of names) {
		const value = form.get(name);
		values[name] = typeof value === 'string' ? value : '';
	}
	return values;
}

/** A key that makes a repeated submission of the same form one request. */
export function idempotencyKey(given: string): string {
	return /^[A-Za-z0-9-]{16,64}$/.test(given) ? given : crypto.randomUUID();
}
