package org.parley.forum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.endpoint.DeclaredEndpoints;
import org.parley.platform.web.PlatformWebAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What the endpoints declare of their input. {@link BadInputIT} has the other rules. */
class DeclaredInputTests {

	private static final DeclaredEndpoints ENDPOINTS = DeclaredEndpoints.in("org.parley.forum",
			PlatformWebAutoConfiguration.class);

	private final List<Arguments> table = new ArrayList<>();

	static List<Arguments> input() {
		var tests = new DeclaredInputTests();
		tests.fill(Ids.next());
		return tests.table;
	}

	private void fill(String id) {
		categories("/categories", "/categories/garden");
		threads("/threads", "/threads/" + id, "garden");
		pages("/threads", "/threads/" + id + "/posts");
		posts("/posts", "/posts/" + id, id);
		votes("/threads/" + id);
		votes("/posts/" + id);
		subscriptions("/threads/" + id);
		subscriptions("/categories/garden");
		subscriptions("/tags/tomatoes");
		progress("/threads/" + id);
		drafts("/drafts");
		answers("/threads/" + id + "/answer", id);
		reports("/posts/" + id + "/reports");
	}

	@ParameterizedTest
	@MethodSource("input")
	void invalidPropertyIsNamed(String method, String path, String body, String field) {
		assertThat(ENDPOINTS.refuse(method, "/api/v1" + path, body)).anyMatch((error) -> error.startsWith(field + " "));
	}

	private void pages(String threads, String posts) {
		for (var query : List.of("sort=best", "window=decade", "status=gone", "limit=0", "limit=101", "limit=x",
				"page=0", "page=1001", "colour=red")) {
			invalid("GET", threads + "?" + query, Map.of(), query.substring(0, query.indexOf('=')));
		}
		invalid("GET", threads + "?window=day", Map.of(), "window");
		invalid("GET", threads + "?cursor=&page=1", Map.of(), "page");
		for (var query : List.of("q=", "sort=best", "limit=0", "page=1", "q=" + "x".repeat(201))) {
			invalid("GET", threads + "/search?" + query, Map.of(), query.substring(0, query.indexOf('=')));
		}
		invalid("GET", threads + "/search?sort=newest", Map.of(), "q");
		for (var query : List.of("around=0", "around=x", "view=cloud", "limit=0", "limit=101", "page=1")) {
			invalid("GET", posts + "?" + query, Map.of(), query.substring(0, query.indexOf('=')));
		}
		invalid("GET", posts + "?cursor=x&around=1", Map.of(), "around");
		invalid("GET", posts + "?around=1&view=tree", Map.of(), "around");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                      | views
			{"views": null}                                                         | views
			{"views": [null]}                                                       | views[0]
			{"views": [{}]}                                                         | views[0].threadId
			{"views": [{"threadId": "1", "address": "2", "userAgent": "3", "more": 1}]} | views[0].more
			""")
	void malformedReportOfViewsIsRefused(String body, String field) {
		assertThat(ENDPOINTS.refuse("POST", "/internal/views", body))
			.anyMatch((error) -> error.startsWith(field + " "));
	}

	private void categories(String all, String one) {
		invalid("POST", all, Map.of("slug", "Upper", "name", "X"), "slug");
		invalid("POST", all, Map.of("slug", "x".repeat(51), "name", "X"), "slug");
		invalid("POST", all, Map.of("slug", "x", "name", "n".repeat(101)), "name");
		invalid("POST", all, Map.of("slug", "x", "name", 7), "name");
		invalid("POST", all, Map.of("slug", "x", "name", "X", "order", "first"), "order");
		invalid("POST", all, Map.of("slug", "x", "name", "X", "colour", "red"), "colour");
		invalid("POST", all, Map.of("slug", "x", "name", "X", "read", "nobody"), "read");
		invalid("POST", all, Map.of("slug", "x", "name", "X", "post", "everyone"), "post");
		invalid("POST", all, Map.of("slug", "x", "name", "X", "icon", "rose"), "icon");
		invalid("PATCH", one, Map.of("name", ""), "name");
		invalid("PATCH", one, Map.of("icon", "rose"), "icon");
		for (var id : List.of("", "staff", "01KAG3A1B2C3D4E5F6G7H8J9K", "91KAG3A1B2C3D4E5F6G7H8J9K0",
				"01kag3a1b2c3d4e5f6g7h8j9k0")) {
			invalid("PATCH", one, Map.of("readGroups", List.of(id)), "readGroups[0]");
		}
	}

	private void mergesAndSplits(String one) {
		invalid("POST", one + "/merge", Map.of(), "into");
		invalid("POST", one + "/merge", Map.of("into", "x".repeat(51)), "into");
		invalid("POST", one + "/merge", Map.of("into", 7), "into");
		invalid("POST", one + "/merge", Map.of("into", "x", "title", "Y"), "title");
		invalid("POST", one + "/split", Map.of("from", 2), "title");
		invalid("POST", one + "/split", Map.of("from", 0, "title", "Else"), "from");
		invalid("POST", one + "/split", Map.of("from", "two", "title", "Else"), "from");
		invalid("POST", one + "/split", Map.of("from", 2, "title", "El"), "title");
		invalid("POST", one + "/split", Map.of("posts", List.of(), "title", "Else"), "posts");
		invalid("POST", one + "/split", Map.of("posts", List.of(""), "title", "Else"), "posts[0]");
		invalid("POST", one + "/split", Map.of("from", 2, "title", "Else", "tags", List.of("no spaces")), "tags[0]");
		invalid("POST", one + "/split", Map.of("from", 2, "title", "Else", "chosen", true), "chosen");
	}

	private void threads(String all, String one, String slug) {
		var good = Map.<String, Object>of("category", slug, "title", "A title", "content", "A text");
		for (var missing : good.keySet()) {
			invalid("POST", all, without(good, missing), missing);
			invalid("POST", all, with(good, missing, 7), missing);
			invalid("POST", all, with(good, missing, ""), missing);
		}
		invalid("POST", all, with(good, "title", "ab"), "title");
		invalid("POST", all, with(good, "title", "  a  "), "title");
		invalid("POST", all, with(good, "title", "t".repeat(201)), "title");
		invalid("POST", all, with(good, "title", "two\nlines"), "title");
		this.table.add(arguments("POST", all, """
				{"category": "%s", "title": "half \\ud83d of it", "content": "A text"}""".formatted(slug), "title"));
		invalid("POST", all, with(good, "content", "c".repeat(50_001)), "content");
		invalid("POST", all, with(good, "content", "nul \u0000"), "content");
		invalid("POST", all, with(good, "content", "&nbsp;<br>"), "content");
		invalid("POST", all, with(good, "tags", List.of("a", "b", "c", "d", "e", "f")), "tags");
		invalid("POST", all, with(good, "tags", List.of("no spaces")), "tags[0]");
		invalid("POST", all, with(good, "tags", List.of("t".repeat(31))), "tags[0]");
		invalid("POST", all, with(good, "tags", "a"), "tags");
		invalid("POST", all, with(good, "colour", "red"), "colour");
		invalid("PATCH", one, Map.of("title", "ab"), "title");
		invalid("PATCH", one, Map.of("tags", List.of("")), "tags[0]");
		invalid("PATCH", one, Map.of("content", "in a post"), "content");
		invalid("POST", one + "/move", Map.of(), "category");
		mergesAndSplits(one);
	}

	private void posts(String all, String one, String thread) {
		var good = Map.<String, Object>of("threadId", thread, "content", "A text");
		for (var missing : good.keySet()) {
			invalid("POST", all, without(good, missing), missing);
			invalid("POST", all, with(good, missing, true), missing);
			invalid("POST", all, with(good, missing, " "), missing);
		}
		invalid("POST", all, with(good, "content", "c".repeat(50_001)), "content");
		invalid("POST", all, with(good, "content", "[//]: # (hidden)"), "content");
		invalid("POST", all, with(good, "number", 1), "number");
		invalid("GET", all, Map.of(), "author");
		invalid("GET", all + "?author=x&limit=101", Map.of(), "limit");
		invalid("PATCH", one, Map.of(), "content");
		invalid("PATCH", one, Map.of("content", List.of()), "content");
		invalid("PATCH", one, Map.of("content", "c".repeat(50_001)), "content");
		invalid("PATCH", one, Map.of("content", "&#8203;"), "content");
		invalid("PATCH", one, Map.of("content", "x", "html", "<b>x</b>"), "html");
	}

	private void answers(String answer, String reply) {
		var good = Map.<String, Object>of("postId", reply);
		invalid("PUT", answer, Map.of(), "postId");
		invalid("PUT", answer, Map.of("postId", "p".repeat(51)), "postId");
		invalid("PUT", answer, Map.of("postId", 7), "postId");
		invalid("PUT", answer, with(good, "note", "x"), "note");
	}

	private void reports(String reports) {
		var good = Map.<String, Object>of("reason", "spam");
		invalid("POST", reports, Map.of(), "reason");
		invalid("POST", reports, Map.of("reason", "boredom"), "reason");
		invalid("POST", reports, Map.of("reason", 0), "reason");
		invalid("POST", reports, with(good, "note", ""), "note");
		invalid("POST", reports, with(good, "note", "n".repeat(501)), "note");
		invalid("POST", reports, with(good, "status", "open"), "status");
	}

	private void votes(String target) {
		var vote = target + "/vote";
		invalid("PUT", vote, Map.of(), "value");
		invalid("PUT", vote, Map.of("value", 2), "value");
		invalid("PUT", vote, Map.of("value", "1"), "value");
		invalid("PUT", vote, Map.of("value", 0.5), "value");
		invalid("PUT", vote, Map.of("value", 1, "weight", 2), "weight");
	}

	private void subscriptions(String target) {
		var one = target + "/subscription";
		invalid("PUT", one, Map.of(), "level");
		invalid("PUT", one, Map.of("level", "loud"), "level");
		invalid("PUT", one, Map.of("level", 1), "level");
		invalid("PUT", one, Map.of("level", "muted", "until", "tomorrow"), "until");
	}

	private void progress(String thread) {
		var one = thread + "/progress";
		invalid("PUT", one, Map.of(), "number");
		invalid("PUT", one, Map.of("number", 0), "number");
		invalid("PUT", one, Map.of("number", 1.5), "number");
		invalid("PUT", one, Map.of("number", 1, "at", "now"), "at");
		for (var threads : List.of("", ",", "a,", "a,,b", "a%20b", "a:b", "%24ne", "a,".repeat(100) + "a")) {
			invalid("GET", "/threads/progress?threads=" + threads, Map.of(), "threads");
		}
	}

	private void drafts(String all) {
		var good = Map.<String, Object>of("content", "As far as I");
		invalid("POST", all, Map.of(), "content");
		invalid("POST", all, with(good, "content", "c".repeat(50_001)), "content");
		invalid("POST", all, with(good, "content", "nul \u0000"), "content");
		invalid("POST", all, with(good, "title", "t".repeat(201)), "title");
		invalid("POST", all, with(good, "category", "c".repeat(51)), "category");
		invalid("POST", all, with(good, "tags", List.of("a", "b", "c", "d", "e", "f")), "tags");
		invalid("POST", all, with(good, "tags", List.of("no spaces")), "tags[0]");
		invalid("POST", all, with(good, "replyTo", ""), "replyTo");
		var reply = with(good, "threadId", Ids.next());
		invalid("POST", all, with(reply, "title", "A title"), "title");
		invalid("POST", all, with(reply, "category", "garden"), "category");
		invalid("POST", all, with(reply, "tags", List.of("a")), "tags");
		invalid("POST", all, with(good, "version", 1), "version");
		invalid("PUT", all + "/nowhere", Map.of(), "content");
	}

	private void invalid(String method, String path, Map<String, ?> body, String field) {
		this.table.add(arguments(method, path, JsonMapper.shared().writeValueAsString(body), field));
	}

	private static Map<String, Object> with(Map<String, Object> good, String name, Object value) {
		var changed = new HashMap<>(good);
		changed.put(name, value);
		return changed;
	}

	private static Map<String, Object> without(Map<String, Object> good, String name) {
		var changed = new HashMap<>(good);
		changed.remove(name);
		return changed;
	}

}
