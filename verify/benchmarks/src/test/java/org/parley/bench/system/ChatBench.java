package org.parley.bench.system;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/**
 * Measures a chat: messages at a steady rate and as fast as they are accepted, messages
 * to the sockets of a group, and pages of a conversation with 100,000 messages. Each
 * person stays below the limits of sixty messages a minute, and of thirty in ten seconds
 * to one conversation. Durations at a steady rate include those of refused messages,
 * which are counted. Messages drain when nothing that follows from them is pending; the
 * processor time is that of all processes until then.
 *
 * @param writes names the checkout, the processes and the number of people, who talk in
 * pairs
 * @param clients number of concurrent requests without a rate
 */
public record ChatBench(WriteBench writes, int clients) {

	private static final int RATE = 200;

	/** Messages of each person in each of the two rounds of the warm-up. */
	private static final int WARM_UP = 25;

	private static final int STEADY_SECONDS = 10;

	/** With the others, below sixty a minute. */
	private static final int EACH = 20;

	private static final Duration BURST = Duration.ofSeconds(11);

	private static final Duration MINUTE = Duration.ofSeconds(61);

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	private static final int SOCKETS = 100;

	private static final int TO_SOCKETS = 15;

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int TIMEOUT_SECONDS = 30;

	private static final int UNAVAILABLE = 503;

	/** With those before the measurement, below the limit of 300 reads a minute. */
	private static final int PAGES = 60;

	private static final int PAGE = 10;

	public List<ResultTable> measure() {
		var users = TimingWriters.register(this.writes.gateway(), Math.max(this.writes.people(), SOCKETS + 1));
		var usernames = users.stream().map((user) -> user.get("/users/me").is(200).text("/data/username")).toList();
		var talks = pairs(users, usernames);
		warmUp(users, talks);
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		var costs = new ArrayList<ResultTable>();
		var steady = "message, %d a second".formatted(RATE);
		var refused = new AtomicInteger();
		var row = drained(steady, costs, () -> steady(users, talks, refused));
		row.put("refused", refused.doubleValue());
		rows.put(steady, row);
		Await.sleep(BURST);
		var fast = "message, without a rate";
		rows.put(fast, drained(fast, costs, () -> write(fast, users, talks, EACH)));
		rows.put("message to %d sockets".formatted(SOCKETS), toSockets(users, usernames).row());
		pages(users.getFirst()).forEach((timings) -> rows.put(timings.name(), timings.row()));
		costs.addFirst(new ResultTable("chat", rows));
		return costs;
	}

	/** A fresh process is still compiling itself; afterwards no limit counts it. */
	private void warmUp(List<ApiUser> users, List<String> talks) {
		write("warm-up", users, talks, WARM_UP);
		Await.sleep(BURST);
		write("warm-up", users, talks, WARM_UP);
		Await.sleep(MINUTE);
	}

	private Map<String, Double> drained(String name, List<ResultTable> costs, Supplier<Timings> messages) {
		try (var pending = new DrainWatch(this.writes.checkout())) {
			pending.await();
			var before = this.writes.servers().usage();
			var start = System.nanoTime();
			var timings = messages.get();
			var seconds = (pending.await() - start) / NANOS_PER_SECOND;
			var used = this.writes.servers().usageSince(before);
			var count = timings.each().size();
			var row = timings.row();
			row.put("drained per second", count / seconds);
			row.put("CPU ms each", (double) Usage.sum(used).cpuMillis() / count);
			costs.add(ResultTable.costs("CPU ms per " + name, used, count));
			return row;
		}
	}

	/** The conversation of each person with their neighbour. */
	private static List<String> pairs(List<ApiUser> users, List<String> usernames) {
		return IntStream.range(0, users.size() - 1).parallel().mapToObj((i) -> {
			var members = Map.of("kind", "direct", "members", List.of(usernames.get(i + 1)));
			return users.get(i).post("/chat/conversations", members).text("/data/id");
		}).toList();
	}

	/** An instance refuses what it cannot process in time. */
	private Timings steady(List<ApiUser> users, List<String> talks, AtomicInteger refused) {
		var tasks = IntStream.range(0, RATE * STEADY_SECONDS).<Runnable>mapToObj((i) -> () -> {
			var response = post(users.get(i % talks.size()), talks.get(i % talks.size()));
			if (response.status() == UNAVAILABLE) {
				refused.incrementAndGet();
			}
			else {
				response.is(201);
			}
		}).toList();
		return Stopwatch.runAtRate("messages at a rate", tasks, RATE);
	}

	private Timings write(String name, List<ApiUser> users, List<String> talks, int each) {
		var work = IntStream.range(0, this.clients).<List<Runnable>>mapToObj((_) -> new ArrayList<>()).toList();
		for (var round = 0; round < each; round++) {
			for (var i = 0; i < talks.size(); i++) {
				var author = users.get(i);
				var talk = talks.get(i);
				work.get(i % this.clients).add(() -> send(author, talk));
			}
		}
		return Stopwatch.runConcurrently(name, work);
	}

	private static void send(ApiUser author, String conversation) {
		post(author, conversation).is(201);
	}

	private static GatewayResponse post(ApiUser author, String conversation) {
		return author.post("/chat/conversations/" + conversation + "/messages", Map.of("text", "Did yours ripen?"));
	}

	/** From the request of the author until each member's socket has the message. */
	private Timings toSockets(List<ApiUser> users, List<String> usernames) {
		var author = users.getLast();
		var members = users.subList(0, SOCKETS);
		var group = author
			.post("/chat/conversations", Map.of("kind", "group", "members", usernames.subList(0, SOCKETS)))
			.is(201)
			.text("/data/id");
		try (var http = HttpClient.newHttpClient()) {
			var sockets = members.stream().map((member) -> ReaderSocket.openTalk(http, member, group)).toList();
			sockets.forEach((socket) -> await(socket.joined()));
			var start = System.nanoTime();
			var delays = IntStream.range(0, TO_SOCKETS)
				.boxed()
				.flatMap((_) -> send(author, group, sockets).stream())
				.toList();
			var elapsed = Duration.ofNanos(System.nanoTime() - start);
			sockets.forEach(ReaderSocket::close);
			return new Timings("message to sockets", delays, elapsed);
		}
	}

	private static List<Duration> send(ApiUser author, String group, List<ReaderSocket> sockets) {
		var received = sockets.stream().map(ReaderSocket::next).toList();
		var start = System.nanoTime();
		send(author, group);
		var delays = received.stream().map((time) -> Duration.ofNanos(await(time) - start)).toList();
		Await.sleep(PAUSE);
		return delays;
	}

	private List<Timings> pages(ApiUser reader) {
		var talk = LongTalk.create(this.writes.checkout(), reader);
		var recent = "?limit=" + PAGE;
		return List.of(page("recent page", reader, talk, recent),
				page("twentieth page", reader, talk, recent + "&around=" + (LongTalk.MESSAGES - 20 * PAGE)),
				page("ten-thousandth page", reader, talk, recent + "&around=1"));
	}

	private static Timings page(String name, ApiUser reader, String talk, String query) {
		Runnable read = () -> reader.get("/chat/conversations/" + talk + "/messages" + query).is(200);
		Stopwatch.runConcurrently(name, List.of(Collections.nCopies(PAGES / 2, read)));
		return Stopwatch.runConcurrently(name, List.of(Collections.nCopies(PAGES, read)));
	}

	private static <T> T await(CompletableFuture<T> future) {
		return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
	}

}
