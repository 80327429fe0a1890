package org.parley.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * The most frequent reads: the thread list and the first page of a thread without an
 * account, the list with one, and searches for words of titles.
 */
public final class ReadScenarios {

	private static final String LIST = "/api/v1/threads?limit=20";

	private static final int POSTS = 20;

	private static final int THREADS = 50;

	private static final int PAGES = 10;

	private static final int WORDS = 100;

	private static final int SEARCHED_LETTERS = 5;

	/** With a name, so that views are counted. */
	private static final List<String> BROWSER = List.of("Accept: text/html", "Accept-Encoding: gzip",
			"User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0");

	/** Different limits make different pages of the same thread. */
	private static final int MIN_LIMIT = 11;

	private ReadScenarios() {
	}

	/** Returns the scenarios of guests; empty if too few threads fill a page. */
	public static Optional<List<Scenario>> ofGuests(GatewayClient gatewayClient) {
		var pages = new ArrayList<String>();
		for (int number = 1; number <= PAGES && pages.size() < THREADS; number++) {
			pages.addAll(fullPages(gatewayClient.guest().get("/threads?sort=newest&limit=100&page=" + number).is(200)));
		}
		if (pages.size() < THREADS) {
			return Optional.empty();
		}
		return Optional.of(List.of(new Scenario("thread list", List.of(LIST)),
				new Scenario("thread page", pages.subList(0, THREADS))));
	}

	/**
	 * Returns the reads of guests, people and searchers, warm; the gateway answers the
	 * first ones from memory.
	 */
	public static List<Scenario> of(List<Scenario> guests, List<ApiUser> people) {
		return Stream.of(guests.stream(), guests.stream().map(Scenario::fromService), Stream.of(ofMembers(people)))
			.flatMap(Function.identity())
			.toList();
	}

	/**
	 * Returns the pages of the web client that show these threads, compressed, from the
	 * gateway's memory and from the web client.
	 */
	public static List<Scenario> ofPages(List<Scenario> guests) {
		var threads = guests.getLast()
			.paths()
			.stream()
			.map((path) -> path.replaceAll("^/api/v1|/posts.*", ""))
			.toList();
		var page = new Scenario("page of a thread", threads, List.of(), BROWSER);
		return List.of(page, page.fromService());
	}

	/** Returns the reads that the services answer: lists, pages and searches. */
	public static List<Scenario> ofServices(List<Scenario> guests, GatewayClient gatewayClient) {
		return Stream.concat(guests.stream().map(Scenario::fromService), Stream.of(ofSearches(gatewayClient))).toList();
	}

	/** Returns the thread list that the service answers. */
	public static Scenario ofList() {
		return new Scenario("thread list", List.of(LIST)).fromService();
	}

	/**
	 * Returns pages of threads, each of which is requested only once: some to warm up
	 * with, and the others.
	 */
	public static List<Scenario> ofColdPages(GatewayClient gatewayClient) {
		var paths = new ArrayList<String>();
		for (int number = 1; number <= 2 * PAGES; number++) {
			var threads = gatewayClient.guest().get("/threads?sort=newest&limit=100&page=" + number).is(200);
			for (var thread : threads.at("/data")) {
				for (int limit = MIN_LIMIT; limit <= POSTS; limit++) {
					paths.add("/api/v1/threads/%s/posts?limit=%d".formatted(thread.path("id").asString(""), limit));
				}
			}
		}
		Collections.shuffle(paths);
		var half = paths.size() / 2;
		return List.of(new Scenario("warming up", paths.subList(0, half)),
				new Scenario("thread page, cold", paths.subList(half, paths.size())));
	}

	/** Returns the thread list as these people read it. */
	private static Scenario ofMembers(List<ApiUser> people) {
		return new Scenario("signed-in list", List.of(LIST), people.stream().map(ReadScenarios::token).toList(),
				List.of());
	}

	private static String token(ApiUser user) {
		return user.headers().getOrDefault("Authorization", "").replaceFirst("^Bearer ", "");
	}

	/** Returns searches for words of the newest threads' titles. */
	public static Scenario ofSearches(GatewayClient gatewayClient) {
		var titles = gatewayClient.guest().get("/threads?sort=newest&limit=100").is(200).at("/data").valueStream();
		return new Scenario("search",
				titles.flatMap((thread) -> Stream.of(thread.path("title").asString("").split("\\W+", -1)))
					.filter((word) -> word.length() >= SEARCHED_LETTERS)
					.distinct()
					.limit(WORDS)
					.map((word) -> "/api/v1/threads/search?limit=20&q=" + word)
					.toList());
	}

	private static List<String> fullPages(GatewayResponse threads) {
		return threads.at("/data")
			.valueStream()
			.filter((thread) -> thread.path("replyCount").asInt(0) >= POSTS - 1)
			.map((thread) -> "/api/v1/threads/%s/posts?limit=%d".formatted(thread.path("id").asString(""), POSTS))
			.toList();
	}

}
