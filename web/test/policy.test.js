import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	PASSWORD,
	api,
	close,
	discussion,
	eventually,
	navigated,
	open,
	register,
	signIn,
	signInAt,
	staff,
	submit,
	unique
} from './forum.js';

let alice;
let moderator;
let thread;

before(async () => {
	[alice, moderator] = await Promise.all([register(), staff('moderator')]);
	thread = await discussion(alice, 2);
});

after(close);

async function atDesk(path, options = {}, person = moderator) {
	const page = await open(options);
	await signInAt(page, person, path);
	return page;
}

/** Creates a draft as a copy of the policy in force, by its form. */
async function createDraft(page) {
	const name = unique('Policy ');
	await page.goto('/moderation/policies');
	await page.fill('form[action="/moderation/policies"] [name=name]', name);
	await submit(page, 'form[action="/moderation/policies"] button');
	assert.equal(await page.textContent('h1'), name);
	return new URL(page.url()).pathname;
}

/** Adds a rule that flags a word. */
async function addRule(page, draft, name, word) {
	await page.goto(`${draft}/rules/new`);
	await page.fill('[name=name]', name);
	await page.fill('[name=words]', word);
	await page.selectOption('[name=then]', 'hold');
	await submit(page, 'main form button');
	assert.equal(new URL(page.url()).pathname, draft);
}

test('moderator writes a policy, tries it and compares it, without scripts', async () => {
	const page = await atDesk('/moderation/policies');
	const draft = await createDraft(page);
	const word = unique('zebra');
	const before = await page.locator('form[action="?/up"]').count();
	await addRule(page, draft, 'word/zebra', word);
	await addRule(page, draft, 'word/second', 'quagga');
	const rules = page.locator('tr:has(form[action="?/up"]) th');
	assert.deepEqual((await rules.allTextContents()).slice(before), ['word/zebra', 'word/second']);
	await submit(page, 'tr:has-text("word/second") button >> text=↑');
	assert.deepEqual((await rules.allTextContents()).slice(before), ['word/second', 'word/zebra']);
	await submit(page, 'tr:has-text("word/second") button >> text=✕');
	assert.equal(await page.locator('tr', { hasText: 'word/second' }).count(), 0);

	await page.goto(`${draft}/rules/new`);
	await page.fill('[name=name]', 'without/conditions');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=alert]').count(), 1, 'a rule needs a condition');
	assert.equal(await page.inputValue('[name=name]'), 'without/conditions');

	await page.goto(`${draft}/terms`);
	await page.locator('[name=harm]').last().fill('teasing');
	await page.locator('[name=flagged]').last().fill('0.4');
	await page.selectOption('[name=modelKind]', 'chat');
	await page.uncheck('[name=harms][value="violence/graphic"]');
	await page.fill('[name=age]', 'soon');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=alert]').count(), 1);
	assert.equal(await page.inputValue('[name=modelKind]'), 'chat', 'a refused form keeps its choices');
	assert.equal(await page.isChecked('[name=harms][value="violence/graphic"]'), false);
	await page.fill('[name=age]', '');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main'), /by a schema; Switched off: violence\/graphic.*teasing/s);
	await page.goto(`${draft}/document`);
	await page.fill('[name=document]', '{"rules": ');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main [role=alert]'), /JSON/);

	await page.goto(`${draft}/try`);
	await page.fill('[name=text]', `There is a ${word} in the garden`);
	await submit(page, 'main form button');
	assert.match(await page.textContent('#trial [role=status]'), /Held/);
	assert.match(await page.textContent('#trial tr:has-text("word/zebra")'), /Yes/);

	await page.goto(draft);
	await submit(page, 'button[formaction="?/shadow"]');
	assert.match(page.url(), /\/comparisons\/shadow-runs\//);
	assert.match(await page.textContent('dl'), /Running/);
	await submit(page, 'main form button');
	assert.match(await page.textContent('dl'), /Ended/);
	await eventually(async () => {
		await page.goto(draft);
		await submit(page, 'button[formaction="?/replay"]');
		return /\/comparisons\/replays\//.test(page.url());
	}, 'The replay');
	await eventually(async () => {
		await page.reload();
		return /Ended/.test(await page.textContent('dl'));
	}, 'The end of the replay');

	await page.goto(draft);
	await page.click('summary:has-text("Delete draft")');
	await submit(page, 'form[action="?/remove"] button');
	assert.equal(new URL(page.url()).pathname, '/moderation/policies');
	assert.equal((await page.goto(draft)).status(), 404);
	await page.context().close();
});

test('moderator puts a policy in force and rolls it back', async () => {
	const page = await atDesk('/moderation/policies?status=active');
	const earlier = await page.getAttribute('tbody th a', 'href');
	const draft = await createDraft(page);
	const word = unique('okapi');
	await addRule(page, draft, 'word/okapi', word);
	await page.click('summary:has-text("Put in force")');
	await page.fill('form[action="?/activate"] [name=note]', 'We try it.');
	await submit(page, 'form[action="?/activate"] button');
	assert.match(await page.textContent('main [role=status]'), /in force/);
	try {
		assert.match(await page.textContent('main'), /We try it\./);
		assert.equal((await page.goto(`${draft}/rules/new`)).status(), 404, 'a policy in force does not change');
		// Each worker learns of the policy within seconds, and a clean post says nothing.
		await eventually(async () => {
			const post = await api('POST', '/posts', { threadId: thread.id, content: `An ${word}` }, alice.token);
			for (let look = 0; look < 20; look++) {
				const { status } = await api('GET', `/posts/${post.id}`, undefined, alice.token);
				if (status === 'held') {
					return true;
				}
				await new Promise((resolve) => setTimeout(resolve, 250));
			}
			return false;
		}, 'A held post');
	} finally {
		await page.goto(earlier);
		await page.click('summary:has-text("Put in force again")');
		await submit(page, 'form[action="?/activate"] button');
	}
	assert.match(await page.textContent('dl'), /In force/);
	await page.context().close();
});

test('policy is tried on the past, watched, switched on; its decisions are appealed against and overruled', async () => {
	const word = unique('quagga');
	// The moderator of other tests has asked for hundreds of pages within this minute.
	const [reader, own, second] = await Promise.all([register(), staff('moderator'), staff('moderator')]);
	const place = await discussion(alice);
	const write = (content, by = alice, more = {}) => api('POST', '/posts', { threadId: place.id, content, ...more }, by.token);
	const statusOf = async (post) => (await api('GET', `/posts/${post.id}`, undefined, alice.token)).status;
	await write(`An old ${word}`);
	const [first, other] = [await write('A fine animal'), await write('Another animal')];
	await api('PUT', `/posts/${first.id}/vote`, { value: 1 }, reader.token);
	await write('I agree with that', reader, { replyTo: first.id });

	// A policy, tried on the past and watched in shadow.
	const page = await atDesk('/moderation/policies?status=active', {}, own);
	const earlier = await page.getAttribute('tbody th a', 'href');
	const draft = await createDraft(page);
	await addRule(page, draft, 'word/quagga', word);
	await eventually(async () => {
		await page.goto(draft);
		await submit(page, 'button[formaction="?/replay"]');
		await eventually(async () => {
			await page.reload();
			return !/Running/.test(await page.textContent('dl'));
		}, 'The end of the replay');
		return (await page.textContent('main')).includes(`An old ${word}`);
	}, 'The old post among the samples');
	await page.goto(draft);
	await submit(page, 'button[formaction="?/shadow"]');
	const shadow = page.url();
	await eventually(async () => {
		const post = await write(`A ${word} in the shadow`);
		await page.goto(shadow);
		return (await page.textContent('main')).includes(`A ${word} in the shadow`) && (await statusOf(post)) === 'active';
	}, 'The post among the samples of the shadow run');

	// Switched on, it holds what is written from now on.
	await page.goto(draft);
	await page.click('summary:has-text("Put in force")');
	await submit(page, 'form[action="?/activate"] button');
	try {
		for (const post of [first, other]) {
			let edits = 0;
			await eventually(async () => {
				await api('PATCH', `/posts/${post.id}`, { content: `${post.content}: a ${word} ${edits++}` }, alice.token);
				for (let look = 0; look < 20; look++) {
					if ((await statusOf(post)) === 'held') {
						return true;
					}
					await new Promise((resolve) => setTimeout(resolve, 250));
				}
				return false;
			}, 'A held post');
		}
	} finally {
		await page.goto(earlier);
		await page.click('summary:has-text("Put in force again")');
		await submit(page, 'form[action="?/activate"] button');
	}

	// Decided in bulk.
	const item = (text) => page.locator('main .threads li', { hasText: text });
	await eventually(async () => {
		await page.goto('/moderation');
		return (await item(`A fine animal: a ${word}`).count()) && (await item(`Another animal: a ${word}`).count());
	}, 'The cases');
	await item(`A fine animal: a ${word}`).locator('[name=ids]').check();
	await item(`Another animal: a ${word}`).locator('[name=ids]').check();
	await page.selectOption('#bulk [name=decision]', 'remove');
	await page.fill('#bulk [name=note]', 'Not here.');
	await submit(page, '#bulk button');
	assert.match(await page.textContent('main [role=status]'), /2 cases are decided/);

	// The author reads why, and appeals.
	const author = await open();
	await signInAt(author, alice, '/settings/statements');
	const removed = author.locator('main .threads li', { hasText: `A fine animal: a ${word}` }).filter({ hasText: 'Post removed' });
	await eventually(async () => {
		await author.goto('/settings/statements');
		return removed.count();
	}, 'The statement');
	await navigated(author, () => removed.first().locator('a').first().click());
	assert.match(await author.textContent('dl'), /Post removed.*In force.*word\/quagga.*Not here\./s);
	const reasons = unique('It is a zoo ');
	await author.fill('[name=text]', reasons);
	await submit(author, 'main form button');
	assert.match(await author.textContent('main [role=status]'), /filed/);

	// Another moderator overrules.
	const desk = await atDesk('/moderation/appeals', {}, second);
	await submit(desk, `main .threads li:has-text("${reasons}") a[href^="/moderation/appeals/"]`);
	await desk.check('[value=overturn]');
	await desk.fill('[name=note]', 'You are right.');
	await submit(desk, 'main form button');
	assert.match(await desk.textContent('main [role=status]'), /answered/);

	// The post is back with its vote and its reply, and everybody reads the log.
	await eventually(async () => (await statusOf(first)) === 'active', 'The post');
	const back = await api('GET', `/posts/${first.id}`, undefined, reader.token);
	assert.deepEqual([back.voteScore, back.myVote], [1, 1]);
	const guest = await open();
	await eventually(async () => {
		await guest.goto(`/threads/${place.id}`);
		const text = await guest.textContent('main');
		return text.includes(`A fine animal: a ${word}`) && text.includes('I agree with that');
	}, 'The thread with the post and its reply');
	assert.equal(await statusOf(other), 'removed');
	await eventually(async () => {
		await guest.goto(`/moderation-log?category=${place.slug}`);
		const text = await guest.textContent('table');
		return text.includes('Removed') && text.includes('Lifted');
	}, 'The entries');
	assert.doesNotMatch(await guest.textContent('table'), new RegExp(`${alice.username}|${own.username}|${word}`));
	await Promise.all([page, author, desk, guest].map((one) => one.context().close()));
});

test('moderator decides several cases at once and leaves a note', async () => {
	const texts = [unique('flagmeplease '), unique('flagmeplease ')];
	for (const content of texts) {
		await api('POST', '/posts', { threadId: thread.id, content }, alice.token);
	}
	// The other one has asked for hundreds of pages within this minute.
	const page = await atDesk('/moderation', {}, await staff('moderator'));
	const item = (text) => page.locator('main .threads li', { hasText: text });
	await eventually(async () => {
		await page.goto('/moderation');
		return (await item(texts[0]).count()) && (await item(texts[1]).count());
	}, 'The cases');
	await navigated(page, () => item(texts[0]).locator('a').first().click());
	await page.fill('form[action="?/note"] [name=text]', 'I know this word.');
	await submit(page, 'form[action="?/note"] button');
	assert.match(await page.textContent('main [role=status]'), /stored/);
	assert.match(await page.textContent('main'), /I know this word\./);
	await page.goto('/moderation');
	assert.ok(!(await page.locator('#bulk').isVisible()), 'nothing is chosen yet');
	for (const text of texts) {
		await item(text).locator('[name=ids]').check();
	}
	await page.selectOption('#bulk [name=decision]', 'hide');
	await page.fill('#bulk [name=note]', 'Not here.');
	await submit(page, '#bulk button');
	assert.match(await page.textContent('main [role=status]'), /2 cases are decided/);
	await page.goto('/moderation?status=decided');
	assert.equal(await item(texts[0]).count(), 1);
	await page.goto('/moderation/statistics?days=7');
	assert.deepEqual(await page.locator('tbody').first().locator('td').allTextContents().then((cells) => cells.slice(0, 2)), ['2', '0']);
	await page.context().close();
});

test('everybody reads the public log', async () => {
	const post = await api('POST', '/posts', { threadId: thread.id, content: 'Soon hidden' }, alice.token);
	await api('POST', `/posts/${post.id}/reports`, { reason: 'spam' }, await signIn(moderator.username, PASSWORD));
	const desk = await atDesk('/moderation');
	const item = desk.locator('main .threads li', { hasText: 'Soon hidden' });
	await eventually(async () => {
		await desk.goto('/moderation');
		return item.count();
	}, 'The case');
	await item.locator('[name=ids]').check();
	await desk.selectOption('#bulk [name=decision]', 'remove');
	await submit(desk, '#bulk button');
	const guest = await open();
	await eventually(async () => {
		await guest.goto(`/moderation-log?category=${thread.slug}`);
		return guest.locator('tbody tr', { hasText: 'Removed' }).filter({ hasText: 'Spam' }).count();
	}, 'The entry');
	assert.doesNotMatch(await guest.textContent('table'), new RegExp(`${alice.username}|Soon hidden`));
	assert.equal(await guest.locator('link[type="application/atom+xml"]').count(), 1);
	const feed = await guest.request.get('/api/v1/moderation/log/feed');
	assert.match(feed.headers()['content-type'], /atom\+xml/);
	await guest.goto('/moderation/policies');
	assert.match(guest.url(), /\/oauth2\/login/);
	await guest.context().close();
	await desk.context().close();
});

test('form of a rule changes this rule only, wherever others have moved it', async () => {
	const page = await atDesk('/moderation/policies');
	const draft = await createDraft(page);
	const before = await page.locator('form[action="?/up"]').count();
	await addRule(page, draft, 'word/first', 'gnu');
	await addRule(page, draft, 'word/second', 'yak');
	await page.goto(`${draft}/rules/${before + 1}`);
	await page.fill('[name=words]', 'bison');
	await page.check('[name=stop]');
	await page.fill('[name=repeatsWithin]', '1 day');
	await submit(page, 'main form button');
	assert.equal(await page.locator('main [role=alert]').count(), 1, 'no duration');
	assert.equal(await page.isChecked('[name=stop]'), true);
	await page.fill('[name=repeatsWithin]', '');

	const other = await page.context().newPage();
	const drop = async (name) => {
		await other.goto(draft);
		await submit(other, `tr:has-text("${name}") button >> text=✕`);
	};
	await drop('word/first');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main form details'), /word\/second.*yak/s, 'the stored version');
	await submit(page, 'main form button');
	const rules = page.locator('tr:has(form[action="?/up"])');
	assert.equal(await rules.count(), before + 1);
	assert.match(await rules.last().textContent(), /word\/second.*bison/s);

	await page.goto(`${draft}/rules/${before}`);
	await drop('word/second');
	await page.fill('[name=words]', 'auroch');
	await submit(page, 'main form button');
	assert.match(await page.textContent('main form details'), /no rule of this name/);
	await submit(page, 'main form button');
	assert.match(await rules.last().textContent(), /word\/second.*auroch/s);
	await page.context().close();
});
