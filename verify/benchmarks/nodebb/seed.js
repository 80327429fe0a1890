'use strict';
// Fills a NodeBB, in whose folder this is, with 50 people, 2,000 topics of 20 posts and the index of its searches, which
// guests may use, and writes a master token of its write API. Nobody has to wait between two posts or for a moderator,
// and no request is refused because others are slow.
require('./require-main');
const fs = require('fs');
const path = require('path');
const nconf = require('nconf');
const texts = require('./words');

const TOPICS = 2000;
const POSTS = 20;
const PEOPLE = 50;
const CATEGORY = 2;

async function main() {
	nconf.argv().env({ separator: '__' });
	const prestart = require('./src/prestart');
	prestart.loadConfig(path.resolve(__dirname, 'config.json'));
	prestart.setupWinston();
	await require('./src/database').init();
	const meta = require('./src/meta');
	await meta.configs.init();
	await meta.configs.setMultiple({ postDelay: 0, initialPostDelay: 0, newbiePostDelay: 0, postQueue: 0, eventLoopCheckEnabled: 0 });
	const people = [];
	for (let i = 0; i < PEOPLE; i++) people.push(await require('./src/user').create({ username: `author${i}` }));
	await write(people);
	await makeSearchable();
	const token = await require('./src/api/utils').tokens.generate({ uid: 0, description: 'benchmark' });
	fs.writeFileSync('token', token);
}

async function write(people) {
	const topics = require('./src/topics');
	for (let t = 0; t < TOPICS; t++) {
		const subject = texts.topic();
		const first = { uid: people[t % PEOPLE], cid: CATEGORY, title: texts.title(subject), content: texts.post(subject) };
		const { topicData } = await topics.post(first);
		for (let p = 1; p < POSTS; p++) {
			await topics.reply({ uid: people[(t + p) % PEOPLE], tid: topicData.tid, content: texts.post(subject) });
		}
	}
}

async function makeSearchable() {
	const plugins = require('./src/plugins');
	const name = 'nodebb-plugin-dbsearch';
	if (!await plugins.isActive(name)) await plugins.toggleActive(name);
	await require('./src/privileges').global.give(['groups:search:content'], 'guests');
	const search = require(`./node_modules/${name}/lib/dbsearch.js`);
	await require(`./node_modules/${name}/lib/${process.argv[2]}.js`).createIndices();
	await search.reindex();
}

main().then(() => process.exit(0), (err) => {
	console.error(err);
	process.exit(1);
});
