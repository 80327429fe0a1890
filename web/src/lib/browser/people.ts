import { isolated } from '../names';
import { showFound } from './find';

interface Found {
	username: string;
	displayName: string;
}

/** Suggests people by a part of their name while it is written in a field with a list. */
export function suggestPeople(field: HTMLInputElement): void {
	showFound<Found>(field, '/people/find?q=', 250, (found) =>
		field.list?.replaceChildren(...found.map((person) => new Option(`${isolated(person)} @${person.username}`, person.username)))
	);
}
