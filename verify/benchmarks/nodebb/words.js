'use strict';
// The texts of ./parley seed: the same words, the same lengths.
const all = require(process.env.WORDS);
let state = 12345;
const random = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 2147483648 * n); };
const one = (list) => list[random(list.length)];
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const fill = (template, topic) => template.replace(/{(\w+)}/g, (_, slot) => ({
	thing: () => one(topic.things), Thing: () => capital(one(topic.things)), adjective: () => one(all.adjectives), adverb: () => one(all.adverbs),
	verb: () => one(all.verbs), season: () => one(all.seasons), number: () => String(2 + random(38)),
})[slot]());
const paragraph = (topic, least, most) => Array.from({ length: least + random(most + 1 - least) }, () => fill(one(all.sentences), topic)).join(' ');
const paragraphs = (topic, least, most) => Array.from({ length: least + random(most + 1 - least) }, () => paragraph(topic, 2, 7)).join('\n\n');
exports.topic = () => one(all.topics);
exports.title = (topic) => fill(one(all.titles), topic);
exports.post = (topic) => {
	const chance = random(100);
	return chance < 35 ? paragraph(topic, 1, 2) : chance < 75 ? paragraph(topic, 2, 6) : chance < 95 ? paragraphs(topic, 2, 4) : paragraphs(topic, 5, 15);
};
