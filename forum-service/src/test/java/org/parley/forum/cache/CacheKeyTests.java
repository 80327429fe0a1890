package org.parley.forum.cache;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CacheKeyTests {

	@Test
	void partsAreSeparated() {
		assertThat(CacheKey.of("thread:list", "everyone", "a:b", "c"))
			.isNotEqualTo(CacheKey.of("thread:list", "everyone", "a", "b:c"));
		assertThat(CacheKey.of("thread:list", "everyone", "", "a"))
			.isNotEqualTo(CacheKey.of("thread:list", "everyone", "a", ""));
		assertThat(CacheKey.of("thread:list", "everyone", "a%3Ab"))
			.isNotEqualTo(CacheKey.of("thread:list", "everyone", "a:b"));
	}

	@Test
	void keyContainsAudienceAndGeneration() {
		var key = CacheKey.of("thread:list", "everyone", "latest", 1, 20);
		assertThat(key.at("G1")).isEqualTo("thread:list:everyone:G1:1:latest:1:20");
		assertThat(key.at("G2")).isNotEqualTo(key.at("G1"));
		assertThat(CacheKey.of("thread:list", "members", "latest", 1, 20).at("G1")).isNotEqualTo(key.at("G1"));
	}

}
