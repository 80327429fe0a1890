package org.parley.gateway.request;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RawPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a", "/a/", "/a/b.c", "/a/...", "/a/.well", "/.well-known/x", "/a/b%20c",
			"/a/%C3%A4", "/a/~b_c-d", "/a/b@c", "/a/b:c", "/a/%40" })
	void plain(String path) {
		assertThat(RawPath.isPlain(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//", "//a", "/a//b", "/.", "/..", "/a/.", "/a/..", "/a/./b", "/a/../b", "/a;b", "/a\\b",
			"/a/%2e%2e/b", "/a%2Fb", "/a%5cb", "/a%3Bb", "/a%00", "/a%0a", "/a%7f", "/a%25", "/a%6Cb", "/a%", "/a%2",
			"/a%zz", "/a b", "/\u00e4" })
	void notPlain(String path) {
		assertThat(RawPath.isPlain(path)).isFalse();
	}

}
