package org.parley.gateway.path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a", "/a/b.c", "/a/...", "/a/.well", "/.well-known/x", "/a/b%20c", "/a/%C3%A4",
			"/a/~b_c-d", "/a/b@c", "/a/b:c", "/a/%40", "/socket.io/" })
	void unambiguousPathIsPlain(String path) {
		assertThat(PlainPath.isPlain(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "*", "//", "//a", "/a/", "/a//b", "/.", "/..", "/a/.", "/a/..", "/a/./b",
			"/a/../b", "/a;b", "/a\\b", "/a%2e%2e/b", "/a%2Fb", "/a%5cb", "/a%3Bb", "/a%00", "/a%0a", "/a%7f", "/a%25",
			"/a%6Cb", "/a%2Db", "/a%2db", "/a%5Fb", "/a%7Eb", "/a%2Eb", "/a%31", "/a%", "/a%2", "/a%zz", "/a%C0%AF",
			"/a%C1%A1", "/a%E0%80%AF", "/a%ED%A0%80", "/a%FF", "/a%C3", "/a%C3b", "/a b", "/a|b", "/a\"b", "/a<b",
			"/a^b", "/a`b", "/a{b}", "/a[b]", "/a?b", "/a#b", "/\u00e4", "/a\u2028", "/socket.io//", "/socket%2Eio/" })
	void pathThatCouldReadInTwoWaysIsNotPlain(String path) {
		assertThat(PlainPath.isPlain(path)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "a=b&c", "a=%7B%22b%22%3A1%7D", "a=b%2Fc", "q=%C3%A4+b", "a=(b)*!'$,;:@/?-._~", "%6Cogin" })
	void legalQueryIsWellEncoded(String query) {
		assertThat(PlainPath.isWellEncoded(query)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "a=%zz", "a=%4", "a=|", "a[]=1", "a={}", "a=<b>", "a=\"b\"", "a=\\", "a=^", "a=`",
			"a=\u00e4", "a=%C0%AF", "a=%E4", "a=%ED%A0%80" })
	void queryThatAServiceCannotDecodeIsNotWellEncoded(String query) {
		assertThat(PlainPath.isWellEncoded(query)).isFalse();
	}

}
