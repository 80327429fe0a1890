import type { Keeper } from './shelf';

/** A storage for tests. As in a browser, what it keeps are its own properties. */
export function fakeStorage(kept: Record<string, string> = {}): Keeper & Record<string, unknown> {
	const storage: Record<string, unknown> = { ...kept };
	const methods: Keeper = {
		getItem: (name) => (storage[name] as string | undefined) ?? null,
		setItem: (name, value) => void (storage[name] = value),
		removeItem: (name) => void Reflect.deleteProperty(storage, name)
	};
	for (const [name, value] of Object.entries(methods)) {
		Object.defineProperty(storage, name, { value, writable: true });
	}
	return storage as Keeper & Record<string, unknown>;
}
