package org.parley.platform.test.example;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingPlaceholdersTests {

	private static final String ONE = "01KAG3A1B2C3D4E5F6G7H8J9K0";

	private static final String OTHER = "01KAG3C7D8E9F0G1H2J3K4M5N6";

	@Test
	void idHasOnePlaceholder() {
		var answer = replace(placeholders(), """
				{"id": "%1$s", "other": "%2$s", "text": "See [it](/posts/%1$s)."}""".formatted(ONE, OTHER));
		var id = answer.path("id").asString();
		assertThat(id).matches("01KJP4[0-9A-HJKMNP-TV-Z]{20}");
		assertThat(answer.path("other").asString()).hasSize(26).isNotEqualTo(id);
		assertThat(answer.path("text").asString()).isEqualTo("See [it](/posts/" + id + ").");
	}

	@Test
	void runsHaveEqualRecordings() {
		var run = "{\"ids\": [\"%s\", \"%s\"], \"both\": \"%1$s %2$s\"}";
		assertThat(replace(placeholders(), run.formatted(ONE, OTHER)))
			.isEqualTo(replace(placeholders(), run.formatted(OTHER, ONE)));
	}

	@Test
	void newIdsAtOnePlaceHaveDifferentPlaceholders() {
		var answer = replace(placeholders(), "\"%s %s\"".formatted(ONE, OTHER)).asString().split(" ", -1);
		assertThat(answer[0]).isNotEqualTo(answer[1]);
	}

	@Test
	void cursorsContainPlaceholders() {
		var placeholders = placeholders();
		var id = replace(placeholders, "\"%s\"".formatted(ONE)).asString();
		var cursor = replace(placeholders, "\"%s\"".formatted(encoded("NEXT\u001fbegun\u001f" + ONE))).asString();
		assertThat(cursor).isEqualTo(encoded("NEXT\u001fbegun\u001f" + id));
	}

	@Test
	void entityTagKeepsVersion() {
		assertThat(replace(placeholders(), "\"\\\"7.89abcdef01234\\\"\"").asString()).matches("\"7\\.[0-9a-f]{12}\"");
	}

	@Test
	void tokensAreNotRecorded() {
		var token = "eyJzZWNyZXQiOiJ5ZXMifQ.eyJzdWIiOiJhIn0.c2VjcmV0";
		assertThat(replace(placeholders(), "{\"accessToken\": \"%s\"}".formatted(token)).toString())
			.doesNotContain(token)
			.contains("eyJ");
	}

	@Test
	void chosenPlaceholderReplacesValue() {
		var placeholders = placeholders();
		placeholders.choose("host-4711", "forum-service-1");
		assertThat(replace(placeholders, "{\"instance\": \"host-4711\"}").path("instance").asString())
			.isEqualTo("forum-service-1");
	}

	@Test
	void otherValuesAreUnchanged() {
		var text = "{\"title\":\"Which tomatoes?\",\"version\":3,\"gone\":null,\"tags\":[\"a\",\"b\"],\"at\":1.5}";
		assertThat(replace(placeholders(), text)).hasToString(text);
	}

	private static RecordingPlaceholders placeholders() {
		return new RecordingPlaceholders(new RecordedMoments(InstantSource.system()));
	}

	private static JsonNode replace(RecordingPlaceholders placeholders, String json) {
		return placeholders.replace(JsonMapper.shared().readTree(json), "GET /things 200");
	}

	private static String encoded(String cursor) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
	}

}
