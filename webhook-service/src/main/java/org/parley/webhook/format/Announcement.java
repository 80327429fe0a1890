package org.parley.webhook.format;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.parley.platform.domain.GraphemeClusters;
import org.parley.platform.text.markdown.Markdown;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

/**
 * A message as people read it in a chat. Its texts contain no mention: a zero-width space
 * follows each at sign.
 *
 * @param headline what happened, in a few words without text of users
 * @param author the display name of the person who did it; empty if nobody is named
 * @param title the name of the place
 * @param url the address of the page about it
 * @param text the beginning of the text without spoilers; empty if there is none
 * @param timestamp when it happened, as in the payload
 */
public record Announcement(String headline, String author, String title, String url, String text, String timestamp) {

	private static final int MAX_NAME = 80;

	private static final int MAX_TITLE = 120;

	private static final int MAX_TEXT = 1_500;

	private static final Pattern AT = Pattern.compile("@");

	/** Controls, and marks that change the direction of what follows. */
	private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\u202A-\u202E\u2066-\u2069]");

	private static final Pattern SEPARATOR = Pattern.compile("[.-]");

	/** Those of types whose name does not say it. */
	private static final Map<String, String> HEADLINES = Map.of("thread.created", "New thread", "post.created",
			"New reply", "social-post.created", "New post in the feed", "social-comment.created", "New comment",
			"social-account.changed", "Account made private or public", "room-message.written", "Message",
			"user.registered", "New account", "case.opened", "Moderation case opened", "webhook.test", "Test message");

	static Announcement of(JsonNode payload, String site, Markdown markdown) {
		var type = payload.path("type").asString("");
		var data = payload.path("data");
		var item = first(data, "post", "comment", "message", "thread", "user");
		var author = item.path("author");
		var headline = headline(type);
		return new Announcement(headline, cut(name(author), MAX_NAME), cut(title(data, headline), MAX_TITLE),
				site + path(data), cut(markdown.withoutSpoilers(text(data)), MAX_TEXT),
				payload.path("timestamp").asString(""));
	}

	/** What stands before the title: the headline, unless it is the title. */
	String lead() {
		var who = this.author.isEmpty() ? "" : this.author + " · ";
		return this.title.equals(this.headline) ? who : who + this.headline + ": ";
	}

	private static String headline(String type) {
		return HEADLINES.getOrDefault(type, StringUtils.capitalize(SEPARATOR.matcher(type).replaceAll(" ")));
	}

	private static String text(JsonNode data) {
		return Stream
			.of(data.at("/comment/text"), data.at("/post/content"), data.at("/post/text"), data.at("/message/text"))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.findFirst()
			.orElse("");
	}

	/**
	 * The name of a place; of one that readers may not read, the slug of its category.
	 */
	private static String title(JsonNode data, String headline) {
		return Stream
			.of(data.at("/thread/title"), data.at("/thread/category/slug"), data.at("/room/name"),
					data.at("/category/name"), data.at("/category/slug"), data.at("/user/username"))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.findFirst()
			.orElse(headline);
	}

	/** The path of a page; ids have only letters and digits. */
	private static String path(JsonNode data) {
		if (data.has("caseId")) {
			return "/moderation/cases/" + data.path("caseId").asString("");
		}
		if (data.has("thread")) {
			var number = data.at("/post/number").asInt(1);
			return "/threads/" + data.at("/thread/id").asString("") + ((number > 1) ? "?post=" + number : "");
		}
		if (data.has("room")) {
			return "/chat/" + data.at("/room/id").asString("");
		}
		return data.has("post") ? "/social/posts/" + data.at("/post/id").asString("") : "/";
	}

	private static String name(JsonNode person) {
		return person.path("displayName").asString(person.path("username").asString(""));
	}

	private static JsonNode first(JsonNode object, String... names) {
		return Stream.of(names).map(object::path).filter((value) -> !value.isMissingNode()).findFirst().orElse(object);
	}

	/** Makes a text inert and cuts it between characters. */
	private static String cut(String text, int length) {
		var plain = HIDDEN.matcher(text).replaceAll("").strip();
		var cut = GraphemeClusters.cut(plain, length, length);
		var shown = (cut.length() < plain.length()) ? cut.stripTrailing() + "…" : plain;
		return AT.matcher(shown).replaceAll("@\u200B");
	}
}
