package org.parley.forum.incoming;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.incoming.template.IncomingText;
import org.parley.forum.incoming.template.PostTemplate;
import org.parley.platform.domain.RefusalException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadIncomingPostTests {

	private final ReadIncomingPost readIncomingPost = new ReadIncomingPost(List.of(new Echo()), JsonMapper.shared());

	@Test
	void postSaysThatAProgramHasWrittenIt() {
		assertThat(read("{\"title\": \"Build 7\"}")).contains(
				new IncomingText("Build 7", "{\"title\":\"Build 7\"}\n\n---\n*Posted automatically by “CI \\*x\\*”.*"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 44_000, 44_970, 50_000 })
	void longPostSaysItToo(int length) {
		assertThat(read("{\"text\": \"" + "x".repeat(length) + "\"}").orElseThrow().content())
			.endsWith("\n\n---\n*Posted automatically by “CI \\*x\\*”.*")
			.hasSizeLessThanOrEqualTo(45_000);
	}

	@Test
	void emptyBodyIsAnEmptyObject() {
		assertThat(read("").orElseThrow().content()).startsWith("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "7", "null", "{", "\"text\"" })
	void otherBodyIsMalformed(String body) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> read(body))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("request.malformed"));
	}

	@Test
	void unknownTemplateIsRefused() {
		this.readIncomingPost.requireTemplate("echo");
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> this.readIncomingPost.requireTemplate("parrot"))
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
				.satisfies((error) -> assertThat(error.message()).isEqualTo("must be one of echo")));
	}

	private Optional<IncomingText> read(String body) {
		var address = new IncomingAddress("address", "category", null, "CI *x*", "echo", "hash", null, "mona", "mona",
				"Mona", List.of(), 0, Instant.EPOCH, null);
		return this.readIncomingPost.read(address, body.getBytes(StandardCharsets.UTF_8), "");
	}

	/** Posts the body itself. */
	private static final class Echo implements PostTemplate {

		@Override
		public String name() {
			return "echo";
		}

		@Override
		public Optional<IncomingText> read(JsonNode body, String type) {
			return Optional.of(new IncomingText(body.path("title").asString(""), body.toString()));
		}

	}

}
