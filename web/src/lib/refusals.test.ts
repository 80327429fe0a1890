import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, translator, type Language } from '#lib/messages/index.ts';
import { baseOf, fieldMessage, fieldProblems, fieldText, inOrder, problemText } from './refusals.ts';

/** The sources of all services and of what they share. */
const SOURCES = readdirSync('..', { withFileTypes: true })
	.filter((folder) => folder.isDirectory() && (folder.name.endsWith('-service') || ['platform', 'gateway'].includes(folder.name)))
	.flatMap((folder) =>
		readdirSync(`../${folder.name}`, { recursive: true, encoding: 'utf8' })
			.filter((file) => /src\/main\/java\/.*\.java$/.test(file))
			.map((file) => readFileSync(`../${folder.name}/${file}`, 'utf8'))
	);

/** A code with the sentence or the variable behind it, as problems and properties at fault are created. */
const PROBLEM = /"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)",\s*(?:"([A-Za-z][^"]*)"|\w+\))/g;

const problems = new Map(
	SOURCES.filter((source) => /Problem|Refusal/.test(source)).flatMap((source) =>
		[...source.matchAll(PROBLEM)].map(([, code = '', detail = '']) => [code, detail] as const)
	)
);

const constraints = new Set(
	SOURCES.flatMap((source) => [...source.matchAll(/message(?: =|\(\) default) "([^"]+)"/g)]).map(([, message = '']) =>
		message.replace('{min}', '1').replace('{max}', '9')
	)
);

/** Types of events and names of metrics, which look like codes. */
const EVENTS = /\.(?:created|moved|split)$|^parley\./;

/** Problems of programs, not of people at a form: the sentence of the status says enough. */
const PROGRAMS = /^(?:cors|request|snapshot|idempotency|service|unsubscribe|auth\.(?:cross-site|refresh|proof)|preferences|profile\.avatar-twice|push\.endpoint)/;

const ALL = Object.keys(LANGUAGES) as Language[];

/** The end of a sentence in any language. */
const SENTENCE = /\p{L}.*[.!?؟。]$/su;

describe('problemText', () => {
	it('says what to do after too much, not how the API counts, in English too', () => {
		const problem = { code: 'rate.limited', detail: 'More than 30 requests of class write in 60 s.', status: 429 };
		expect(problemText('en', problem)).toBe('That was too much at once. Wait a moment, then try again.');
	});

	it.each(ALL)('in %s knows the problems of all services', (language) => {
		expect(problems.size).toBeGreaterThan(120);
		const unknown = [...problems.keys()].filter((code) => !PROGRAMS.test(code) && !EVENTS.test(code)).filter((code) => {
			const text = problemText(language, { code, status: 418 });
			return text === translator(language)('problem.status.400');
		});
		expect(unknown).toEqual([]);
	});

	it.each(ALL)('in %s is a sentence, whatever the code', (language) => {
		for (const [code, detail] of problems) {
			const text = problemText(language, { code, detail: 'It is so.', status: 409 });
			expect(text, code).toMatch(SENTENCE);
			if (language !== 'en') {
				expect([detail, 'It is so.'], code).not.toContain(text);
			}
		}
	});

	it.each([
		['a.code-of-tomorrow', 404, 'This does not exist, or you may not see it.', 'Das gibt es nicht, oder du darfst es nicht sehen.'],
		['a.code-of-tomorrow', 422, 'This cannot be sent like this.', 'So lässt sich das nicht senden.'],
		['a.code-of-tomorrow', 502, 'Something went wrong on our side. Try again in a moment.', 'Bei uns ist etwas schiefgegangen. Versuche es gleich noch einmal.'],
		['vote.own', 403, 'You cannot vote on what you wrote yourself.', 'Über eigene Beiträge kannst du nicht abstimmen.'],
		[undefined, 429, 'That was too much at once. Wait a moment, then try again.', 'Das war zu viel auf einmal. Warte einen Moment und versuche es dann noch einmal.']
	])('of %s with status %d is %j and %j', (code, status, english, german) => {
		const problem = { status, ...(code ? { code } : {}) };
		expect(problemText('en', problem)).toBe(english);
		expect(problemText('de', problem)).toBe(german);
	});
});

describe('fieldText', () => {
	it.each([
		['not-null', 'is required', 'Fülle dieses Feld aus.'],
		['pattern', 'must be a path or an address with http or https, of up to 400 characters', 'Gib einen Pfad wie /regeln oder eine Adresse an, die mit http oder https beginnt.'],
		['size', 'must have at most 8 links', 'Gib höchstens 8 Einträge an.'],
		['size', 'must have up to 64 KiB', 'Die Datei darf höchstens 64 KiB haben.'],
		['address', 'must begin with https://', 'Gib eine Adresse an, die mit https beginnt.'],
		['address', 'must be an address of the public Internet', 'Gib eine Adresse des öffentlichen Internets an.'],
		['storable-text', 'must have 3 to 200 printable characters', 'Schreibe 3 bis 200 Zeichen.'],
		['size', 'must have 1 to 50000 characters', 'Schreibe 1 bis 50.000 Zeichen.'],
		['size', 'must have at most 254 characters', 'Schreibe höchstens 254 Zeichen.'],
		['storable-text', 'must have 0 to 4000 printable characters', 'Schreibe höchstens 4.000 Zeichen.'],
		['size', 'must have at most 5 tags', 'Gib höchstens 5 Einträge an.'],
		['size', 'must have 1 to 10 items', 'Gib 1 bis 10 Einträge an.'],
		['range', 'must be 1 to 366', 'Gib eine Zahl von 1 bis 366 an.'],
		['min', 'must be at least -1000000', 'Gib eine Zahl von mindestens -1.000.000 an.'],
		['max', 'must be at most 100', 'Gib eine Zahl von höchstens 100 an.'],
		['mail-address', 'must have only ASCII characters before the @, because many mail servers deliver to no others', 'Vor dem @ dürfen nur Buchstaben von A bis Z, Ziffern und Zeichen wie . und - stehen: An andere Adressen stellen viele Mailserver nicht zu. Nimm bitte eine andere.'],
		['tag', 'must have 1 to 30 letters and digits, with + # . - _ as in c++, .net and node.js', 'Ein Schlagwort hat 1 bis 30 Buchstaben, Ziffern und Zeichen, ohne Kommas.'],
		['pattern', 'must be a mail address', 'Gib eine Mailadresse wie name@example.org an.'],
		['pattern', 'must be 3 to 30 letters, digits, _ or -', 'Verwende 3 bis 30 Buchstaben (A bis Z), Ziffern, _ oder -.'],
		['shown-name', 'must have no invisible characters, and none that turn the text around', 'Lass Zeichen weg, die unsichtbar sind oder die Schreibrichtung umkehren.'],
		['shown-name', 'must have at most four accents on a letter, and none twice', 'Setze auf einen Buchstaben höchstens vier Akzente und keinen zweimal.'],
		['shown-name', 'must have 1 to 100 printable characters', 'Schreibe 1 bis 100 Zeichen.'],
		['pattern', 'must have only lower-case letters, digits and single hyphens between them', 'Verwende Kleinbuchstaben, Ziffern und einzelne Bindestriche dazwischen.'],
		['pattern', 'must be a colour like #2e7d32', 'Gib eine Farbe wie #2e7d32 an.'],
		['pattern', 'must be one line of text, not blank', 'Schreibe eine Zeile Text.'],
		['username.reserved', 'is reserved', 'Dieser Benutzername ist reserviert.'],
		['password.common', 'is too easily guessed', 'Dieses Passwort ist zu leicht zu erraten.'],
		['new-one', 'is purple', 'Das wird hier nicht angenommen.'],
		[undefined, undefined, 'Das wird hier nicht angenommen.']
	])('of %s, which says %j, is %j', (code, message, german) => {
		const problem = { ...(code ? { code } : {}), ...(message ? { message } : {}) };
		expect(fieldText('de', problem)).toBe(german);
		expect(fieldText('en', problem)).not.toBe(german);
	});

	it.each(ALL)('in %s is a sentence for each constraint of the services', (language) => {
		expect(constraints.size).toBeGreaterThan(100);
		for (const message of constraints) {
			const text = fieldText(language, { code: 'pattern', message });
			expect(text, message).toMatch(SENTENCE);
			expect(text, message).not.toMatch(/\{|NaN/);
		}
	});
});

describe('fieldProblems', () => {
	/** Problems whose codes end so are about a value of the form. */
	const taken = [...problems.keys()].filter((code) => /^(?!(?:appeal|identity)\.).*(?:-taken|\.exists|-wrong|\.otp-required|\.bad-credentials|setup\.token-invalid)$/.test(code));

	it.each(taken)('of %s name a field', (code) => {
		expect(fieldProblems({ code })).toEqual([{ code, field: expect.stringMatching(/^[A-Za-z]+$/) }]);
		expect(fieldProblems({ code, errors: [{ field: 'categories[1].slug', code }] })).toEqual([
			{ field: 'categories[1].slug', code }
		]);
	});

	it.each([
		['auth.password-wrong', ['currentPassword', 'newPassword'], 'currentPassword'],
		['auth.password-wrong', ['email'], 'password'],
		['auth.otp-wrong', ['code', 'secret'], 'code'],
		['auth.otp-wrong', [], 'otp'],
		['category.not-found', ['category', 'title'], 'category'],
		['category.not-found', ['title'], undefined],
		['member.not-found', ['username'], 'username'],
		['person.not-found', [], undefined]
	])('of %s in a form of %j name %s', (code, names, field) => {
		const values = Object.fromEntries(names.map((name) => [name, '']));
		expect(fieldProblems({ code }, values)).toEqual(field ? [{ field, code }] : []);
	});

	it.each([
		['', 'must have 1 to 50 characters', 'Fill in this field.'],
		['', 'must have 3 to 200 printable characters', 'Write 3 to 200 characters.'],
		['x'.repeat(51), 'must have 1 to 50 characters', 'Write 1 to 50 characters.']
	])('of a field with %j, which %s, say %s', (category, message, text) => {
		const [problem] = fieldProblems({ errors: [{ field: 'category', code: 'size', message }] }, { category });
		expect(fieldText('en', problem ?? {})).toBe(text);
	});

	it('of other problems are those of the API', () => {
		expect(taken.length).toBeGreaterThan(4);
		expect(fieldProblems({ code: 'thread.locked' })).toEqual([]);
		expect(fieldProblems({})).toEqual([]);
	});
});

describe('fieldMessage', () => {
	const refusal = { code: 'request.invalid', message: '', fields: { 'tags[2]': 'A', 'admin.email': 'B', title: 'C' } };

	it.each([
		['tags', 'A'],
		['email', 'B'],
		['title', 'C'],
		['tag', undefined],
		['admin', undefined]
	])('of %s is %s', (name, text) => {
		expect(fieldMessage(refusal, name)).toBe(text);
		expect(fieldMessage(undefined, name)).toBeUndefined();
	});

	it.each([
		['members[0].username', 'members'],
		['admin.email', 'email'],
		['title', 'title']
	])('takes %s as %s', (property, base) => {
		expect(baseOf(property)).toBe(base);
	});
});

it('problems stand in the order of the fields', () => {
	const problems = { 'forum.name': '1', 'admin.password': '2', other: '3', 'admin.email': '4', token: '5' };
	expect(Object.keys(inOrder(problems, ['token', 'email', 'password', 'name']))).toEqual(['token', 'admin.email', 'admin.password', 'forum.name', 'other']);
});
