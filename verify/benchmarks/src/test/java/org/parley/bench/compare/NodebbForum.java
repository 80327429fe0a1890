package org.parley.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.bench.load.Scenario;
import org.parley.bench.system.WriteBench;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.Timings;
import org.parley.launcher.process.LauncherException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running NodeBB with at least fifty topics and an index of its posts.
 *
 * @param address its address
 * @param token a master token of its write API
 * @param topics its newest topics
 */
record NodebbForum(URI address, String token, List<JsonNode> topics) {

	/** NodeBB closes connections that ask for HTTP/2. */
	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	/** Of twenty topics. */
	private static final int PAGES = 3;

	private static final int WORDS = 100;

	private static final int SEARCHED_LETTERS = 5;

	private static final int OK = 200;

	/** The first of the fifty people of {@code seed.js}. */
	private static final int FIRST_AUTHOR = 2;

	static NodebbForum of(URI address, String token) {
		var topics = IntStream.rangeClosed(1, PAGES)
			.mapToObj((page) -> send(HttpRequest.newBuilder(address.resolve("/api/recent?page=" + page)).build()))
			.flatMap((page) -> page.path("topics").valueStream())
			.toList();
		return new NodebbForum(address, token, topics);
	}

	/** Returns the reads of guests, with the names of those of Parley. */
	List<Scenario> reads() {
		return List.of(
				new Scenario("thread list", List.of("/api/category/" + this.topics.getFirst().path("cid").asString())),
				new Scenario("thread page", paths("/api/topic/")), new Scenario("search", searches()));
	}

	private List<String> paths(String prefix) {
		return this.topics.stream().map((topic) -> prefix + topic.path("tid").asString()).toList();
	}

	private List<String> searches() {
		return this.topics.stream()
			.flatMap((topic) -> Stream.of(topic.path("title").asString().split("\\W+", -1)))
			.filter((word) -> word.length() >= SEARCHED_LETTERS)
			.distinct()
			.limit(WORDS)
			.map((word) -> "/api/search?in=titlesposts&term=" + word)
			.toList();
	}

	/** Writes replies to all topics in turn, by some people at a time. */
	Timings reply(int people, int count) {
		var paths = paths("/api/v3/topics/");
		return Stopwatch.runConcurrently("reply", IntStream.range(0, people)
			.mapToObj((client) -> IntStream.iterate(client, (number) -> number < count, (number) -> number + people)
				.<Runnable>mapToObj(
						(number) -> () -> reply(paths.get(number % paths.size()), FIRST_AUTHOR + client, number))
				.toList())
			.toList());
	}

	private void reply(String path, int author, int number) {
		var body = Map.of("_uid", author, "content", WriteBench.TEXT + number);
		var answer = send(HttpRequest.newBuilder(this.address.resolve(path))
			.header("Authorization", "Bearer " + this.token)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
			.build());
		if (answer.path("response").path("queued").asBoolean()) {
			throw new LauncherException("NodeBB keeps replies for its moderators: " + answer);
		}
	}

	private static JsonNode send(HttpRequest request) {
		try {
			var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != OK) {
				throw new LauncherException("NodeBB answered %d: %s".formatted(response.statusCode(), response.body()));
			}
			return JsonMapper.shared().readTree(response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
