package org.parley.webhook.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.EventContract;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages to chats follow their documents, and the texts of users in them are inert. */
class MessageFormatsTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final MessageFormats formats = new MessageFormats(
			List.of(new SlackFormat(), new DiscordFormat(), new MatrixFormat()), new Markdown(new ImageHosts(Set.of())),
			"https://forum.example.org");

	static Stream<Arguments> hostileTexts() {
		return Stream
			.of("@everyone", "@here and @channel", "@room", "<!channel> <!here|x>", "<@U012AB3CD> <@&123> <#456>",
					"<https://evil.example|Click>", "[Click](https://evil.example)",
					"**bold** _it_ ~~no~~ `code` ||s||", "<script>alert(1)</script><a href=https://evil.example>x</a>",
					"&lt;!everyone&gt; &amp;", "\"}],\"text\":\"injected", "# Big\n> quoted\n- list\n-# small",
					"\u202Egnp.exe \u0000 \u001b[31m", "<@!1> <:a:1> <t:1:R> </cmd:1>", "https://matrix.to/#/@a:b",
					"\\*x\\*")
			.flatMap((text) -> Stream.of("slack", "discord", "matrix").map((format) -> Arguments.of(format, text)));
	}

	@ParameterizedTest
	@MethodSource("hostileTexts")
	void textsAreInert(String format, String text) {
		var body = body(format, text, text, text);
		assertThat(body.toString()).doesNotContain("@everyone", "@here", "@channel", "@room", "\u202E", "\u001b")
			.doesNotContain("<@U", "<@&");
		switch (format) {
			case "slack" -> assertInertInSlack(body);
			case "discord" -> assertInertInDiscord(body);
			default -> assertInertInMatrix(body);
		}
	}

	private static void assertInertInSlack(JsonNode body) {
		assertThat(body.path("text").asString()).doesNotContain("<", ">");
		assertThat(body.findValuesAsString("type")).isSubsetOf("rich_text", "rich_text_section", "rich_text_quote",
				"text", "link");
		assertThat(body.findValuesAsString("url")).containsExactly("https://forum.example.org/threads/T?post=2");
	}

	private static void assertInertInDiscord(JsonNode body) {
		assertThat(body.at("/allowed_mentions/parse").toString()).isEqualTo("[]");
		for (var text : List.of(body.at("/embeds/0/title"), body.at("/embeds/0/description"))) {
			assertThat(text.asString().replaceAll("\\\\.", "")).as("unescaped")
				.doesNotContainPattern("[*_~`|<>#\\[\\]()]");
		}
	}

	private static void assertInertInMatrix(JsonNode body) {
		var tags = body.path("html").asString().replaceAll("</?(p|blockquote|br)>|<a href=\"[^\"<>]*\">|</a>", "");
		assertThat(tags).doesNotContain("<", ">");
		assertThat(body.path("html").asString()).containsOnlyOnce("<a href=\"https://forum.example.org/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "slack", "discord", "matrix" })
	void longTextsStayWithinDocumentedLimits(String format) {
		var body = body(format, "*".repeat(100), "*".repeat(200), "\uD83C\uDF45*".repeat(25_000));
		assertThat(body.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(32_000);
		assertThat(body.toString()).contains("…").doesNotContain("\uFFFD");
		if (format.equals("discord")) {
			assertThat(body.at("/embeds/0/title").asString()).hasSizeLessThanOrEqualTo(256);
			assertThat(body.at("/embeds/0/description").asString()).hasSizeLessThanOrEqualTo(4_096);
			assertThat(body.at("/embeds/0/author/name").asString()).hasSizeLessThanOrEqualTo(256);
		}
		if (format.equals("slack")) {
			body.findValuesAsString("text").forEach((text) -> assertThat(text).hasSizeLessThanOrEqualTo(3_000));
		}
	}

	@ParameterizedTest
	@CsvSource({ "thread.created, New thread, /threads/", "post.created, New reply, ?post=2",
			"post.removed, Post removed, ?post=2", "social-post.created, New post in the feed, /social/posts/",
			"social-comment.created, New comment, /social/posts/", "room-message.written, Message, /chat/",
			"social-account.changed, Account made private or public, https://forum.example.org/",
			"user.registered, New account, https://forum.example.org/",
			"case.decided, Case decided, /moderation/cases/" })
	void everyTypeHasAHeadlineAndAPage(String type, String headline, String page) {
		var payload = JSON.createObjectNode().put("type", type).put("timestamp", "2026-11-20T09:18:00Z");
		var data = (ObjectNode) JSON.readTree(EventContract.example(type.replace("thread.created", "post.created")))
			.path("data");
		if (type.startsWith("room")) {
			data.set("room", data.path("conversation"));
		}
		payload.set("data", data);
		for (var format : List.of("slack", "discord", "matrix")) {
			var body = new String(this.formats.body(format, payload.toString()), StandardCharsets.UTF_8);
			assertThat(body).as(format).contains(headline, page);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "slack", "discord", "matrix" })
	void headlineThatIsTheTitleStandsThereOnce(String format) {
		var payload = "{\"type\": \"webhook.test\", \"timestamp\": \"2026-11-20T09:18:00Z\", \"data\": {}}";
		var body = JSON.readTree(this.formats.body(format, payload));
		var texts = Stream.of("text", "html", "title").flatMap((name) -> body.findValuesAsString(name).stream());
		assertThat(texts).allSatisfy((text) -> assertThat(text).containsOnlyOnce("Test message"));
		assertThat(body.findValuesAsString("footer")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "slack", "discord", "matrix" })
	void wordsOfSpoilersAreLeftOut(String format) {
		assertThat(body(format, "Bob", "Film", "It was ||his sledge||.").toString()).contains("▒▒▒")
			.doesNotContain("sledge");
		assertThat(body(format, "Bob", "Film", ">! his sledge").toString()).contains("▒▒▒").doesNotContain("sledge");
	}

	@Test
	void placeWithoutTitleIsNamedByItsCategory() {
		var payload = JSON.createObjectNode().put("type", "answer.withdrawn");
		payload.withObject("/data/post").put("number", 2);
		payload.withObject("/data/thread").put("id", "T").putObject("category").put("slug", "garden");
		assertThat(JSON.readTree(this.formats.body("slack", payload.toString())).path("text").asString())
			.isEqualTo("Answer withdrawn: garden");
	}

	@Test
	void standardFormatIsThePayload() {
		assertThat(new String(this.formats.body(MessageFormats.STANDARD, "{\"a\": \"@everyone\"}"),
				StandardCharsets.UTF_8))
			.isEqualTo("{\"a\": \"@everyone\"}");
		assertThat(this.formats.isKnown("teams")).isFalse();
		assertThat(this.formats.names()).isEqualTo("standard, discord, matrix, slack");
	}

	private JsonNode body(String format, String author, String title, String content) {
		var payload = JSON.createObjectNode().put("type", "post.created").put("timestamp", "2026-11-20T09:18:00Z");
		payload.withObject("/data/post").put("number", 2).put("content", content);
		payload.withObject("/data/post/author").put("displayName", author).put("username", "x");
		payload.withObject("/data/thread").put("id", "T").put("title", title);
		return JSON.readTree(this.formats.body(format, payload.toString()));
	}

}
