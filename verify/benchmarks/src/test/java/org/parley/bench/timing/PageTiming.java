package org.parley.bench.timing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;

/**
 * Times pages of the web client: pages of threads for guests at a steady rate, most of
 * them from the gateway's memory and none of them, and pages of signed-in readers.
 *
 * @param gateway the client of the gateway
 */
public record PageTiming(GatewayClient gateway) implements TimedWork {

	private static final int PER_SECOND = 100;

	private static final int PAGES = 1_000;

	private static final int POPULAR = 20;

	/** Below the limit of what pages read for one guest. */
	private static final int PAGES_PER_GUEST = 25;

	private static final int READERS = 8;

	private static final int PAGES_PER_READER = 30;

	@Override
	public List<Timings> measure() {
		var threads = threads();
		var popular = IntStream.range(0, PAGES).mapToObj((place) -> threads.get(place % POPULAR)).toList();
		atSteadyRate("", popular);
		return List.of(
				atSteadyRate("guests, %d pages of %d threads at %d/s".formatted(PAGES, POPULAR, PER_SECOND), popular),
				atSteadyRate("guests, %d threads at %d/s, each once".formatted(threads.size(), PER_SECOND), threads),
				signedIn(threads));
	}

	private List<String> threads() {
		var paths = new ArrayList<String>();
		for (int number = 1; paths.size() < PAGES; number++) {
			var list = this.gateway.guest().get("/threads?sort=newest&limit=100&page=" + number).is(200);
			list.at("/data").forEach((thread) -> paths.add("/threads/" + thread.path("id").asString("")));
			list.expect(!list.at("/data").isEmpty() || paths.size() >= POPULAR, "seeded threads");
			if (list.at("/data").isEmpty()) {
				break;
			}
		}
		return paths.subList(0, Math.min(PAGES, paths.size()));
	}

	/** The latency counts from the moment at which a page was due. */
	private Timings atSteadyRate(String name, List<String> paths) {
		var headers = new ArrayList<Map<String, String>>();
		for (int place = 0; place < paths.size(); place++) {
			headers.add((place % PAGES_PER_GUEST == 0) ? guest() : headers.getLast());
		}
		return Stopwatch.runAtRate(name,
				IntStream.range(0, paths.size())
					.<Runnable>mapToObj((place) -> () -> this.gateway
						.exchange(new GatewayRequest("GET", paths.get(place), headers.get(place), null))
						.is(200))
					.toList(),
				PER_SECOND);
	}

	private Map<String, String> guest() {
		var headers = new LinkedHashMap<>(this.gateway.guest().headers());
		headers.put("Accept", "text/html");
		headers.put("Accept-Encoding", "gzip");
		return headers;
	}

	private Timings signedIn(List<String> threads) {
		var browsers = TimingWriters.register(this.gateway, READERS).stream().map((user) -> {
			var browser = new FormBrowser(this.gateway);
			var login = browser.open("/sign-in?back=/");
			browser.submit(login, "/oauth2/login", Map.of("login", user.get("/users/me").is(200).text("/data/username"),
					"password", TimingWriters.PASSWORD));
			return browser;
		}).toList();
		return Stopwatch.runConcurrently("%d signed-in readers, pages of threads".formatted(READERS),
				browsers.stream()
					.map((browser) -> threads.stream()
						.limit(PAGES_PER_READER)
						.<Runnable>map((thread) -> () -> browser.open(thread))
						.toList())
					.toList());
	}

}
