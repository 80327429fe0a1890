import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	api,
	close,
	eventually,
	findMailedLink,
	followLink,
	open,
	register,
	scene,
	signInAt,
	staff,
	submit,
	unique,
	verify
} from './forum.js';

let alice;
let bob;

before(async () => {
	[alice, bob] = await Promise.all([register(), register()]);
});

after(close);

/** Opens a conversation with others; the service learns of new people by events. */
async function openConversation(one, others, more) {
	return eventually(async () => {
		try {
			const members = others.map(({ username }) => username);
			return await api('POST', '/chat/conversations', { members, ...more }, one.token);
		} catch (failure) {
			assert.match(String(failure), /member\.not-found|member\.unverified/);
			return null;
		}
	}, 'The conversation');
}

const directConversation = (one, other) => openConversation(one, [other], { kind: 'direct' });

const send = (person, conversation, text, more = {}) =>
	api('POST', `/chat/conversations/${conversation.id}/messages`, { text, ...more }, person.token);

async function signedIn(person, options = {}) {
	const page = await open(options);
	await signInAt(page, person);
	return page;
}

test('two people talk without scripts', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	await directConversation(ann, ben);
	const page = await signedIn(ann);
	const other = await signedIn(ben);
	await page.goto('/chat');
	assert.equal(await page.locator('#conversations li').count(), 1);
	await page.goto(`/people/${ben.username}`);
	await submit(page, 'main form[action="/chat/new?/direct"] button');
	assert.match(page.url(), /\/chat\/\w{26}$/);
	assert.equal(await page.locator('#empty').count(), 1);
	await page.fill('[name=text]', 'Do **yours** ripen?');
	await submit(page, '#send button');
	assert.match(await page.innerHTML('#message-1 .prose'), /<strong>yours<\/strong>/);
	await page.fill('[name=text]', 'I mean the tomatoes');
	await submit(page, '#send button');

	await eventually(async () => {
		await other.goto('/');
		return (await other.textContent('#unread-messages')) === '2';
	}, 'The unread messages');
	assert.ok(await other.isVisible('#unread-messages'));
	const desk = other.viewportSize();
	await other.setViewportSize({ width: 390, height: 780 });
	assert.ok(await other.isVisible('#unread-messages'), 'on a phone, too');
	assert.ok((await other.locator('.acts .messages').boundingBox()).y < 56, 'in the bar above');
	await other.setViewportSize(desk);
	await followLink(other, 'header a[href="/chat"]');
	assert.equal(await other.textContent('#conversations .badge'), '2 new');
	await followLink(other, '#conversations li a');
	assert.equal(await other.locator('#new').count(), 1);
	await other.click('#message-2 summary');
	await submit(other, '#message-2 .menu >> text=Reply');
	assert.match(await other.textContent('#answering'), /tomatoes/);
	await other.fill('[name=text]', 'Not yet');
	await submit(other, '#send button');
	assert.match(await other.textContent('#message-3 .answers'), /tomatoes/);
	await other.click('#message-2 summary');
	await submit(other, '#message-2 button[value="🎉"]');
	assert.equal(await other.getAttribute('#message-2 [role=group] button', 'aria-pressed'), 'true');
	await submit(other, '#message-2 [role=group] button');
	assert.equal(await other.locator('#message-2 [role=group] button').count(), 0);
	await eventually(async () => {
		await other.goto('/');
		return !(await other.isVisible('#unread-messages'));
	}, 'The end of unread messages');

	await page.reload();
	assert.match(await page.textContent('#message-2 .receipt'), /Read/);
	await page.setViewportSize({ width: 390, height: 667 });
	await page.fill('[name=text]', ' ');
	await submit(page, '#send button');
	await page.fill('[name=text]', 'A long text. '.repeat(100));
	await page.locator('#send button').click({ trial: true });
	await page.setViewportSize(desk);
	await page.goto(page.url().split('?')[0]);
	await page.click('#message-1 summary');
	await submit(page, '#message-1 .menu >> text=Edit');
	await page.fill('[name=text]', 'Do *mine* ripen?');
	await submit(page, 'main form button');
	assert.match(await page.innerHTML('#message-1 .prose'), /<em>mine<\/em>/);
	assert.ok(await page.isVisible('#message-1 .edited'));
	await page.click('#message-2 summary');
	await submit(page, '#message-2 .menu >> text=Delete');
	await submit(page, 'main form button');
	assert.equal(await page.locator('#message-2 .gone').count(), 1);
	await other.goto(page.url());
	await other.click('#message-1 summary');
	await submit(other, '#message-1 .menu >> text=Report');
	await other.selectOption('[name=reason]', 'spam');
	await submit(other, 'main form button');
	assert.equal(await other.locator('main [role=status]').count(), 1);
	await other.goto('/chat/search?q=ripen');
	assert.equal(await other.locator('article').count(), 1);
	await submit(other, 'article .meta a');
	assert.match(other.url(), /message=1#message-1$/);
	await page.context().close();
	await other.context().close();
});

test('messages of a person stand in one group below a face, and the days above them', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	for (const text of ['One', 'Two', 'Three']) {
		await send(ben, conversation, text);
	}
	await send(ann, conversation, 'Four');
	const plain = await signedIn(ann);
	await plain.goto(`/chat/${conversation.id}`);
	const groups = (page) => page.$$eval('#messages > *', (all) =>
		all.map((one) => (one.matches('.message') ? `${one.dataset.seq}${one.matches('.more') ? '+' : ''}` : one.className)));
	assert.deepEqual(await groups(plain), ['day', 'new', '1', '2+', '3+', '4']);
	assert.equal(await plain.locator('#message-1 .face').isVisible(), true);
	assert.equal(await plain.locator('#message-4 .face').count(), 0, 'own messages have no face');
	assert.equal(await plain.getAttribute(`#conversations a[href^="/chat/${conversation.id}"]`, 'aria-current'), 'page');
	await plain.context().close();
	const page = await signedIn(ann, { javaScriptEnabled: true });
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await send(ben, conversation, 'Five');
	await send(ben, conversation, 'Six');
	await page.waitForSelector('#message-6 .prose >> text=Six');
	assert.deepEqual((await groups(page)).slice(-3), ['4', '5', '6+']);
	assert.equal(await page.textContent('#message-5 .face'), await page.textContent('#message-1 .face'));
	await page.context().close();
});

test('person who is away gets a mail, and has missed nothing', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	await verify(ben);
	const conversation = await directConversation(ann, ben);
	const path = `/chat/${conversation.id}`;
	const first = await signedIn(ben);
	await first.goto(path);
	assert.equal(await first.locator('#empty').count(), 1);
	await first.context().close();

	const page = await signedIn(ann);
	await page.goto(path);
	for (const text of ['Are you there?', 'I have found the seeds']) {
		await page.fill('[name=text]', text);
		await submit(page, '#send button');
	}
	await page.context().close();

	// A message that was not read for ten minutes is mailed; the night is longer.
	const link = await eventually(async () => {
		await fetch(`${scene.night}/${ben.id}`, { method: 'POST' });
		return findMailedLink(ben.email, path);
	}, 'The mail about the messages');
	const back = await open();
	await signInAt(back, ben, link);
	assert.equal(await back.locator('#new').count(), 1);
	assert.match(await back.textContent('#message-1 .prose'), /Are you there/);
	assert.match(await back.textContent('#message-2 .prose'), /found the seeds/);
	await back.context().close();
});

test('groups have members, and rooms are found and joined', async () => {
	const [ann, ben, cas] = await Promise.all([register(), register(), staff('admin')]);
	await directConversation(ann, ben);
	const page = await signedIn(ann);
	await page.goto('/chat/new');
	await page.fill('[name=members]', `nobody-${unique('x')}`.slice(0, 30));
	const key = await page.inputValue('form[action="?/group"] [name=key]');
	await submit(page, 'form[action="?/group"] button');
	assert.equal(await page.locator('[role=alert]').count(), 1);
	assert.equal(await page.inputValue('form[action="?/group"] [name=key]'), key, 'the form may have succeeded');
	assert.notEqual(await page.inputValue('form[action="?/direct"] [name=key]'), key);
	await page.fill('[name=name]', 'Growers');
	await page.fill('[name=members]', `@${ben.username}`);
	await submit(page, 'form[action="?/group"] button');
	assert.equal(await page.textContent('h1'), 'Growers');
	await followLink(page, '.heading a[href$="/members"]');
	assert.equal(await page.locator('main li').count(), 2);
	await submit(page, 'main li button');
	assert.equal(await page.locator('main li').count(), 1);
	await page.fill('[name=username]', ben.username);
	await submit(page, 'form[action$="?/invite"] button');
	assert.equal(await page.locator('main li').count(), 2);
	assert.match(await page.textContent('[name=hours]'), /24 hours\s*7 days/);
	await page.selectOption('[name=hours]', '8');
	await submit(page, 'form[action$="?/mute"] button');
	assert.match(await page.textContent('.heading'), /Muted/);

	const name = unique('Room ');
	const operator = await signedIn(cas);
	await operator.goto('/chat/rooms');
	await operator.fill('form[action="?/create"] [name=name]', name);
	await submit(operator, 'form[action="?/create"] button');
	assert.equal(await operator.textContent('h1'), name);
	await page.goto('/chat/rooms');
	await page.fill('main [name=q]', name);
	await submit(page, 'main form[role=search] button');
	await submit(page, 'main li button');
	assert.equal(await page.textContent('h1'), name);
	await followLink(page, '.heading a[href$="/members"]');
	await page.click('main summary');
	await submit(page, 'form[action$="?/leave"] button');
	assert.equal(new URL(page.url()).pathname, '/chat');
	assert.equal(await page.locator(`#conversations >> text=${name}`).count(), 0);
	const left = await page.goto(new URL(operator.url()).pathname);
	assert.equal(left.status(), 404);
	assert.equal(await page.textContent('h1'), name);
	await submit(page, 'main form button');
	assert.equal(await page.textContent('.heading h1'), name);
	await page.context().close();
	await operator.context().close();
});

test('refusals are told in words', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const page = await signedIn(ben);
	await page.goto('/settings/chat');
	await page.selectOption('[name=writers]', 'nobody');
	await submit(page, 'form[action="?/writers"] button');
	assert.equal(await page.inputValue('[name=writers]'), 'nobody');
	const other = await signedIn(ann);
	await eventually(async () => {
		await other.goto(`/people/${ben.username}`);
		await submit(other, 'main form[action="/chat/new?/direct"] button');
		return (await other.textContent('[role=alert]')).includes('does not accept messages');
	}, 'The refusal');
	assert.equal(await other.inputValue('form[action="?/direct"] [name=username]'), ben.username);
	await other.goto('/chat/new');
	await other.fill('[name=members]', `@${alice.username} @${ben.username}`);
	await submit(other, 'form[action="?/group"] button');
	const refusal = await other.textContent('[role=alert]');
	assert.match(refusal, new RegExp(`${ben.username}.*does not accept messages`, 's'));
	assert.ok(!refusal.includes(alice.username));
	const conversation = await api('POST', '/chat/conversations', { kind: 'group', name: 'Unnamed here' }, ann.token);
	const stranger = await page.goto(`/chat/${conversation.id}`);
	assert.equal(stranger.status(), 404);
	const answer = await page.textContent('main');
	assert.match(answer, /you are not a member/);
	assert.ok(!answer.includes('Unnamed here'));
	assert.equal(await page.locator('main form').count(), 0);
	assert.equal(await page.locator('main a[href="/chat/rooms"]').count(), 1);
	await page.context().close();
	await other.context().close();
});

test('presence is shown, live and to screen readers, until the person is invisible', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	await send(ben, conversation, 'Now you may see me');
	const page = await signedIn(ann, { javaScriptEnabled: true });
	await eventually(async () => {
		await page.goto(`/chat/${conversation.id}`);
		const shown = page.locator('.presence >> text=Offline').first();
		return shown.waitFor({ timeout: 5_000 }).then(() => true, () => false);
	}, 'The message makes them companions');
	const other = await signedIn(ben, { javaScriptEnabled: true });
	await other.goto('/settings/chat');
	await page.waitForSelector('.presence >> text=Online');
	await eventually(async () => {
		await page.goto('/chat');
		return (await page.textContent('.presence .unseen')) === 'Online';
	}, 'The list');
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('.presence >> text=Online');
	await other.selectOption('[name=invisible]', 'true');
	await submit(other, 'form[action="?/presence"] button');
	assert.equal(await other.inputValue('[name=invisible]'), 'true');
	await page.waitForSelector('.presence >> text=Last seen', { timeout: 60_000 });
	await page.context().close();
	await other.context().close();
});

test('messages, edits, reactions, typing and read marks are live', async () => {
	const conversation = await directConversation(alice, bob);
	const path = `/chat/${conversation.id}`;
	const page = await signedIn(alice, { javaScriptEnabled: true });
	const other = await signedIn(bob, { javaScriptEnabled: true });
	await page.goto(path);
	await other.goto(path);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await other.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await page.evaluate(() => (window.stays = true));
	await page.locator('#text').pressSequentially('Hello **Bob**');
	await other.waitForSelector('#typing >> text=is writing');
	await page.locator('#text').press('Enter');
	await other.waitForSelector('#message-1 .prose strong >> text=Bob');
	assert.match(await other.getAttribute('#message-1 header .author', 'href'), new RegExp(`/people/${alice.username}$`));
	assert.equal(await page.inputValue('#text'), '');
	await page.locator('#pending article').waitFor({ state: 'detached' });
	assert.equal(await page.evaluate(() => window.stays), true);
	await page.waitForSelector('#message-1 .receipt >> text=Read');
	const reply = await send(bob, conversation, 'Hello Alice');
	await page.waitForSelector('#message-2 >> text=Hello Alice');
	await api('PATCH', `/chat/messages/${reply.id}`, { text: 'Hello *dear* Alice' }, bob.token);
	await page.waitForSelector('#message-2 em >> text=dear');
	// One line for the day, whether the server or the script has written it.
	assert.deepEqual(await page.locator('#messages .day').allTextContents(), await other.locator('#messages .day').allTextContents());
	assert.equal(await page.locator('#messages .day').count(), 1);
	const tab = await page.context().newPage();
	await tab.goto(path);
	await tab.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await page.click('#message-2 summary');
	await page.click('#message-2 button[value="👍"]');
	await page.waitForSelector('#message-2 [role=group] button[aria-pressed=true]');
	await other.waitForSelector('#message-2 [role=group] button[aria-pressed=false] >> text=👍 1');
	await tab.waitForSelector('#message-2 [role=group] button[aria-pressed=true] >> text=👍 1');
	await tab.close();
	assert.equal(await page.evaluate(() => window.stays), true);
	await api('DELETE', `/chat/messages/${reply.id}`, undefined, bob.token);
	await page.waitForSelector('#message-2 .gone');
	await page.context().close();
	await other.context().close();
});

test('what was missed is repeated, and what was written offline is sent once', async () => {
	const conversation = await directConversation(alice, bob);
	const page = await signedIn(alice, { javaScriptEnabled: true });
	let line;
	let blocked = false;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		if (blocked) {
			socket.close();
		} else {
			line = socket;
			socket.connectToServer();
		}
	});
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	blocked = true;
	line.close();
	await page.context().setOffline(true);
	const missed = await send(bob, conversation, 'While you were away');
	await page.fill('#text', 'Written offline');
	await page.locator('#text').press('Enter');
	await page.waitForSelector('#pending >> text=Waits for the connection');
	blocked = false;
	await page.context().setOffline(false);
	await page.waitForSelector(`#message-${missed.seq} >> text=While you were away`);
	await page.waitForSelector(`#message-${missed.seq + 1} >> text=Written offline`);
	await page.locator('#pending article').waitFor({ state: 'detached' });
	await page.reload();
	assert.equal(await page.locator('#messages >> text=Written offline').count(), 1);
	// A draft survives the page.
	await page.fill('#text', 'Not finished');
	await page.goto('/chat');
	await page.click('#conversations li a');
	await page.waitForFunction(() => document.querySelector('#text')?.value === 'Not finished');
	// The list and the number in the header are live.
	await page.goto('/chat');
	await page.waitForSelector('html[data-live=true]', { state: 'attached' });
	await send(bob, conversation, 'And another one');
	await page.waitForSelector('#conversations .badge >> text=1 new');
	await page.waitForSelector('#conversations >> text=And another one');
	await page.waitForSelector('#unread-messages:not([hidden])');
	await page.context().close();
});

test('pages that send at the same time lose no message of each other', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const page = await signedIn(ann, { javaScriptEnabled: true });
	const other = await page.context().newPage();
	for (const one of [page, other]) {
		await one.goto(`/chat/${conversation.id}`);
		await one.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	}
	// The keyboard belongs to the page in front, so both write by their script.
	const write = (one, name) =>
		one.evaluate(async (begin) => {
			for (let number = 0; number < 6; number++) {
				document.getElementById('text').value = `${begin} ${number}`;
				document.getElementById('send').requestSubmit();
				await new Promise((done) => setTimeout(done, 40));
			}
		}, name);
	await Promise.all([write(page, 'One'), write(other, 'Other')]);
	await eventually(
		async () => (await api('GET', `/chat/conversations/${conversation.id}/messages?limit=50`, undefined, ann.token)).length === 12,
		'All messages'
	);
	await page.context().close();
});

test('conversation that its reader looks at rings no bell, and a draft that was sent is gone from other pages', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const page = await signedIn(ann, { javaScriptEnabled: true });
	const rung = (looks) =>
		page.evaluate((focused) => {
			document.hasFocus = () => focused;
			window.rung = [];
			window.observer?.disconnect();
			window.observer = new MutationObserver(() =>
				window.rung.push(...['unread', 'unread-messages'].map((id) => document.getElementById(id)).filter((one) => !one.hidden).map((one) => one.textContent))
			);
			for (const id of ['unread', 'unread-messages']) {
				window.observer.observe(document.getElementById(id), { attributes: true, childList: true });
			}
		}, looks);
	// The page asks once for the numbers when it is connected.
	const asked = page.waitForResponse('**/unread');
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await asked;
	await rung(true);
	for (let number = 1; number <= 3; number++) {
		await send(ben, conversation, `Message ${number}`);
		await page.waitForSelector(`#message-${number}`);
		await eventually(async () => (await api('GET', '/chat/unread-count', undefined, ann.token)).messages === 0, 'The position');
	}
	assert.deepEqual(await page.evaluate(() => window.rung), []);
	await rung(false);
	await send(ben, conversation, 'Message 4');
	await page.waitForSelector('#unread:not([hidden])');

	const other = await page.context().newPage();
	await page.fill('#text', 'Half a sentence');
	await other.goto(`/chat/${conversation.id}`);
	assert.equal(await other.inputValue('#text'), 'Half a sentence');
	await other.locator('#text').press('Enter');
	await page.waitForFunction(() => document.getElementById('text').value === '');
	await page.context().close();
});

test('open group follows its name, and page whose session has ended says so', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const group = await openConversation(ann, [ben], { kind: 'group', name: 'Growers' });
	const page = await signedIn(ben, { javaScriptEnabled: true });
	const list = await page.context().newPage();
	await list.goto('/notifications');
	await page.bringToFront();
	await page.goto(`/chat/${group.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	const owner = await signedIn(ann);
	await owner.goto(`/chat/${group.id}/members`);
	await owner.fill('[name=name]', 'Gardeners');
	await submit(owner, 'form[action$="?/edit"] button');
	await page.waitForSelector('h1 >> text=Gardeners');
	await page.waitForSelector('#conversations >> text=Gardeners', { state: 'attached' });
	await api('POST', '/auth/logout-all', undefined, ben.token);
	await page.waitForSelector('#live >> text=You are signed out', { timeout: 60_000 });
	await list.bringToFront();
	await list.waitForSelector('#said >> text=You are signed out', { timeout: 60_000 });
	await page.context().close();
	await owner.context().close();
});

test('message that moderators give back is shown again', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const message = await send(ben, conversation, 'Given back');
	await send(ben, conversation, 'An answer', { replyTo: message.id });
	const page = await signedIn(ann, { javaScriptEnabled: true });
	let line;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		line = socket;
		socket.connectToServer();
	});
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await api('DELETE', `/chat/messages/${message.id}`, undefined, ben.token);
	await page.waitForSelector('#message-1 .gone');
	const version = 1 + Number(await page.getAttribute('#message-1', 'data-version'));
	const restored = { id: unique('r'), type: 'message.restored', conversationId: conversation.id, data: { ...message, version } };
	line.send(`42["message-updated",${JSON.stringify(restored)}]`);
	await page.waitForSelector('#message-1 .prose >> text=Given back');
	assert.equal(await page.locator('#message-1 form').count(), 1);
	assert.equal(await page.textContent('#message-2 .answers'), 'Given back');
	await page.context().close();
});

test('message that is being stored stands last, until it has its number', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const { author } = await send(ben, conversation, 'Before the outage');
	const page = await signedIn(ann, { javaScriptEnabled: true });
	let line;
	await page.routeWebSocket(/socket\.io/, (socket) => {
		line = socket;
		socket.connectToServer();
	});
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	const arrives = (seq) => {
		const data = { id: '01KAG3A1B2C3D4E5F6G7H8J9K0', seq, author, html: '<p>During the outage</p>', createdAt: new Date().toISOString(), version: 0 };
		line.send(`42["new-message",${JSON.stringify({ id: unique('n'), type: 'message.created', conversationId: conversation.id, data })}]`);
	};
	arrives(null);
	const last = page.locator('#messages > article').last();
	await page.waitForSelector('#messages > article:not([data-seq]) >> text=During the outage');
	assert.equal(await last.getAttribute('data-seq'), null);
	assert.equal(await last.locator('form').count(), 0);
	arrives(2);
	await page.waitForSelector('#message-2 .prose >> text=During the outage');
	assert.equal(await page.locator('#messages > article').count(), 2);
	assert.equal(await last.getAttribute('data-seq'), '2');
	await page.context().close();
});

test('message that could not be sent is sent from the list of conversations, or asked about once it is old', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const page = await signedIn(ann, { javaScriptEnabled: true });
	const sending = `**/chat/${conversation.id}/send`;
	await page.context().route(/\/socket\.io\//, (route) => route.abort());
	await page.context().routeWebSocket(/socket\.io/, (socket) => socket.close());
	await page.route(sending, (route) => route.abort());
	await page.goto(`/chat/${conversation.id}`);
	await page.fill('#text', 'Written in a tunnel');
	await page.locator('#text').press('Enter');
	await page.waitForSelector('#pending >> text=Waits for the connection');
	await page.unroute(sending);
	await page.goto('/chat');
	const sent = async () => (await api('GET', `/chat/conversations/${conversation.id}/messages`, undefined, ann.token)).map(({ text }) => text);
	await eventually(async () => (await sent()).length === 1, 'The message');
	await page.evaluate((name) => {
		const old = { clientId: '1'.repeat(32), text: 'Back in five minutes', replyTo: '', at: Date.now() - 60 * 60_000 };
		localStorage.setItem(`${name}:${old.at}:${old.clientId}`, JSON.stringify(old));
	}, `outbox:${ann.username}:${conversation.id}`);
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#message-1 >> text=Written in a tunnel');
	await page.waitForSelector('#pending >> text=Not sent');
	assert.deepEqual(await sent(), ['Written in a tunnel']);
	const other = await page.context().newPage();
	await other.goto(`/chat/${conversation.id}`);
	await other.click('#pending >> text=Send again');
	await other.waitForSelector('#message-2 >> text=Back in five minutes');
	await page.waitForSelector('#pending article', { state: 'detached' });
	await page.context().close();
});

test('hidden words stay hidden in answers and in what screen readers hear, and deleted ones are gone', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const page = await signedIn(ann, { javaScriptEnabled: true });
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await page.evaluate(() => {
		window.heard = [];
		const said = document.getElementById('said');
		new MutationObserver(() => window.heard.push(said.textContent)).observe(said, { childList: true });
	});
	const { id } = await send(ben, conversation, 'It was ||the butler||');
	await page.waitForFunction(() => window.heard.some((text) => text.endsWith(': It was ▒▒▒')));
	assert.ok(!(await page.evaluate(() => window.heard.join())).includes('butler'));
	await send(ben, conversation, 'Really', { replyTo: id });
	assert.equal(await page.textContent('#message-2 .answers'), 'It was ▒▒▒');
	await api('PATCH', `/chat/messages/${id}`, { text: 'It was ||the gardener|| then' }, ben.token);
	await page.waitForSelector('#message-2 .answers >> text=It was ▒▒▒ then');
	await api('DELETE', `/chat/messages/${id}`, undefined, ben.token);
	await page.waitForSelector('#message-1 .gone');
	assert.doesNotMatch(await page.textContent('#message-2 .answers'), /It was/);
	await page.context().close();
});

test('reactions of others leave the focus where it is', async () => {
	const [ann, ben] = await Promise.all([register(), register()]);
	const conversation = await directConversation(ann, ben);
	const message = await send(ben, conversation, 'React by keyboard');
	const react = (person, emoji) => api('PUT', `/chat/messages/${message.id}/reactions/${encodeURIComponent(emoji)}`, undefined, person.token);
	await react(ben, '👍');
	const page = await signedIn(ann, { javaScriptEnabled: true });
	await page.goto(`/chat/${conversation.id}`);
	await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	const group = '#message-1 [role=group]';
	await page.focus(`${group} button`);
	await react(ben, '🎉');
	await page.waitForSelector(`${group} button[value="🎉"]`);
	assert.ok(await page.locator(`${group} button[value="👍"]`).evaluate((button) => button === document.activeElement));
	await page.keyboard.press('Enter');
	await page.waitForSelector(`${group} button[value="👍"][aria-pressed=true]:focus >> text=👍 2`);
	await react(ben, '❤️');
	await page.waitForSelector(`${group} button[value="❤️"]`);
	assert.equal(await page.locator(`${group} button:focus`).getAttribute('value'), '👍');
	await page.context().close();
});

for (const [name, looks, unseen, seen] of [
	['in a tab that nobody looks at', 'visibilityState', 'hidden', 'visible'],
	['beside the window that somebody works in', 'hasFocus', false, true]
]) {
	test(`conversation ${name} stays unread, also when it is loaded again`, async () => {
		const [ann, ben] = await Promise.all([register(), register()]);
		const conversation = await directConversation(ann, ben);
		const page = await signedIn(ann, { javaScriptEnabled: true });
		let line;
		await page.routeWebSocket(/socket\.io/, (socket) => {
			line = socket;
			socket.connectToServer();
		});
		await page.addInitScript(() => {
			window.looks = { visibilityState: 'visible', hasFocus: true };
			Object.defineProperty(document, 'visibilityState', { get: () => window.looks.visibilityState });
			document.hasFocus = () => window.looks.hasFocus;
		});
		await page.goto(`/chat/${conversation.id}`);
		await page.waitForSelector('#messages[data-live=true]', { state: 'attached' });
		await page.evaluate(([looks, unseen]) => (window.looks[looks] = unseen), [looks, unseen]);
		await send(ben, conversation, 'Nobody looks');
		await page.waitForSelector('#message-1');
		const reloaded = page.waitForResponse((answer) => answer.url().endsWith(`/chat/${conversation.id}`));
		line.send(`42["resync",${JSON.stringify({ id: unique('r'), type: 'resync', conversationId: conversation.id, data: {} })}]`);
		assert.equal((await reloaded).status(), 200);
		await page.waitForSelector('#new + #message-1, #new ~ #message-1');
		const unread = async () => (await api('GET', `/chat/conversations/${conversation.id}`, undefined, ann.token)).unreadCount;
		assert.equal(await unread(), 1);
		await page.evaluate(([looks, seen]) => {
			window.looks[looks] = seen;
			dispatchEvent(new Event('focus'));
		}, [looks, seen]);
		await eventually(async () => (await unread()) === 0, 'The message is read');
		await page.context().close();
	});
}

test('history is read both ways from any message', async () => {
	// Each of them may send 30 messages in ten seconds.
	const [reader, ...people] = await Promise.all(Array.from({ length: 4 }, () => register()));
	const [ann, ben] = people;
	const conversation = await openConversation(ann, [ben, people[2], reader], { kind: 'group', name: 'Growers' });
	for (let number = 1; number <= 70; number++) {
		await send(people[number % people.length], conversation, `Message number ${number}`);
	}
	const page = await signedIn(ann);
	await page.goto(`/chat/${conversation.id}`);
	assert.equal(await page.locator('#messages article').count(), 30);
	await followLink(page, '#older a[rel=next]');
	assert.equal(await page.locator('#message-40').count(), 1);
	await followLink(page, '#newer a[rel=prev]');
	assert.equal(await page.locator('#message-70').count(), 1);
	const state = await page.context().storageState();
	const live = await open({ javaScriptEnabled: true, storageState: state });
	await live.goto(`/chat/${conversation.id}`);
	await live.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	assert.ok(await live.locator('#message-70').isVisible());
	assert.ok(await live.evaluate(() => Math.abs(document.querySelector('.scroll').scrollTop) < 60));
	await live.evaluate(() => document.querySelector('.scroll').scrollTo(0, -100_000));
	await live.waitForSelector('#message-11', { state: 'attached' });
	await live.evaluate(() => document.querySelector('.scroll').scrollTo(0, -100_000));
	await live.waitForSelector('#message-1', { state: 'attached' });
	assert.equal(await live.locator('#messages article').count(), 70);
	await send(ben, conversation, 'The newest');
	await live.waitForSelector('#live >> text=1 new message');
	await live.click('#live a');
	await live.waitForSelector('#message-71:visible');
	// A message that arrives while the last page is on its way is on it, too, and as it was edited.
	let late;
	const frames = [];
	live.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
	await live.route(/\?cursor=/, async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		if (!late && body.includes('data-end="true"')) {
			const before = await live.textContent('#live');
			late = await send(ben, conversation, 'While the end is loaded');
			await live.waitForFunction((before) => document.getElementById('live').textContent !== before, before);
			await api('PATCH', `/chat/messages/${late.id}`, { text: 'Edited while the end is loaded' }, ben.token);
			await eventually(() => frames.some((frame) => frame.includes('Edited while')), 'The event of the edit');
		}
		await route.fulfill({ response, body });
	});
	await live.goto(`/chat/${conversation.id}?message=30`);
	await live.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await eventually(async () => {
		await live.evaluate(() => document.querySelector('.scroll').scrollTo(0, 0));
		return live.locator('#message-72').count();
	}, 'The message that was late');
	await live.waitForSelector('#message-72 >> text=Edited while the end is loaded');
	await page.context().close();
	await live.context().close();
	const other = await signedIn(reader, { javaScriptEnabled: true });
	// A part that is loaded ahead is not read.
	const opened = await other.goto(`/chat/${conversation.id}?message=10#message-10`);
	const end = Number((await opened.text()).match(/data-last="(\d+)"/)[1]);
	await other.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	for (const number of [end, end + 5]) {
		await other.locator(`#message-${number}`).scrollIntoViewIfNeeded();
	}
	const last = await eventually(async () => {
		const { readSeq } = await api('GET', `/chat/conversations/${conversation.id}`, undefined, reader.token);
		return readSeq > end && readSeq;
	}, 'The position of the reader');
	assert.ok(last < end + 20, `message ${last} after ${end}`);
	// The page shows no later part when the message is sent.
	await other.route(/\?cursor=/, (route) => route.abort());
	await other.goto(`/chat/${conversation.id}?message=9#message-9`);
	await other.waitForSelector('#messages[data-live=true]', { state: 'attached' });
	await other.fill('#text', 'An answer to the beginning');
	await other.press('#text', 'Enter');
	await other.waitForSelector('#message-73:visible >> text=An answer to the beginning');
	await other.context().close();
});

test('long description of a group leaves the messages in view on a phone', async () => {
	const description = 'We share tools, seeds and cake. '.repeat(15).trim();
	const conversation = await openConversation(alice, [bob], { kind: 'group', name: unique('Garden'), description });
	const page = await signedIn(bob, { viewport: { width: 390, height: 844 } });
	await page.goto(`/chat/${conversation.id}`);
	const [heading, messages] = await Promise.all(['.heading', '.scroll'].map((part) => page.locator(part).boundingBox()));
	assert.ok(heading.y > 0 && heading.y + heading.height <= messages.y, 'above the messages');
	assert.ok(messages.height > 422, `${messages.height} for messages`);
	await page.goto(`/chat/${conversation.id}/members`);
	assert.match(await page.textContent('main'), /seeds and cake/);
	await page.context().close();
});

test('guests sign in before they read conversations', async () => {
	const page = await open();
	await page.goto('/chat');
	assert.match(page.url(), /\/oauth2\/login/);
	await page.context().close();
});
