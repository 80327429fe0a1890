import { expect, it } from 'vitest';
import { keepPlace } from './reader.ts';

const at = (address: string, html: string) => keepPlace(html, new URL(address, 'https://forum.example.org'));

it('forms and buttons that name an action keep the filters and the place in a list', () => {
	const page = '/list?/old&status=a%20b&cursor=%22%3E';
	const query = '&amp;status=a+b&amp;cursor=%22%3E';
	expect(at(page, '<form class="x" method="post" action="?/remove">')).toBe(`<form class="x" method="post" action="?/remove${query}">`);
	expect(at(page, '<button title="a > b" formaction="?/test" class="quiet">')).toBe(`<button title="a > b" formaction="?/test${query}" class="quiet">`);
});

it.each([
	['/list', '<form method="post" action="?/remove">'],
	['/list?/remove', '<form method="post" action="?/remove">'],
	['/list?cursor=a', '<form method="post" action="/threads/1?/reply">'],
	['/list?cursor=a', '<form method="post">'],
	['/list?cursor=a', '<p>&lt;form action="?/remove"></p>'],
	['/list?cursor=a', '<a href="?/x">action="?/remove"</a>']
])('on the page %s stays %s', (address, html) => {
	expect(at(address, html)).toBe(html);
});
