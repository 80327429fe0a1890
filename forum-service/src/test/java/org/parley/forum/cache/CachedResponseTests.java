package org.parley.forum.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CachedResponseTests {

	private final byte[] json = "{\"data\": \"ünïcode\"}".getBytes(StandardCharsets.UTF_8);

	@Test
	void gzipExpandsToJson() throws IOException {
		var answer = CachedResponse.of(this.json, "everyone");
		try (var expanded = new GZIPInputStream(new ByteArrayInputStream(answer.gzip()))) {
			assertThat(expanded.readAllBytes()).isEqualTo(answer.json());
		}
	}

	@Test
	void etagDependsOnContentAndAudience() {
		var tag = CachedResponse.of(this.json, "everyone").etag();
		assertThat(tag).matches("W/\"[A-Za-z0-9_-]{20}\"").isEqualTo(CachedResponse.of(this.json, "everyone").etag());
		assertThat(CachedResponse.of(this.json, "members").etag()).isNotEqualTo(tag);
		assertThat(CachedResponse.of(new byte[] { '1' }, "everyone").etag()).isNotEqualTo(tag);
	}

	@Test
	void deserializeRestoresResponse() {
		var answer = CachedResponse.of(this.json, "everyone");
		var read = CachedResponse.deserialize(answer.serialize());
		assertThat(read.json()).isEqualTo(answer.json());
		assertThat(read.gzip()).isEqualTo(answer.gzip());
		assertThat(read.etag()).isEqualTo(answer.etag());
	}

}
