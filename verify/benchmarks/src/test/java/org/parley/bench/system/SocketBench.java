package org.parley.bench.system;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;

/**
 * Measures how soon each of many sockets in a thread receives a reply, counted from the
 * moment when its author sends it, and by how much the processes grow with each socket.
 *
 * @param gateway the client of the gateway
 * @param servers the measured processes
 * @param sockets number of guests with a socket each
 */
public record SocketBench(GatewayClient gateway, ServerProcesses servers, int sockets) {

	private static final int WARM_UP = 5;

	/** With the warm-up, below the thirty writes a minute of the limit. */
	private static final int REPLIES = 20;

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** Connections that are opened at a time. */
	private static final int TOGETHER = 50;

	private static final long TIMEOUT_SECONDS = 30;

	/** The processes that hold each connection. */
	private static final List<String> HOLDERS = List.of("gateway", "realtime-service");

	public List<ResultTable> measure() {
		var author = TimingWriters.register(this.gateway, 1).getFirst();
		var thread = TimingWriters.createThread(author);
		try (var http = HttpClient.newHttpClient()) {
			var before = this.servers.usage();
			var readers = connect(http, thread);
			var connected = this.servers.usage();
			IntStream.range(0, WARM_UP).forEach((_) -> reply(author, thread, readers));
			var start = System.nanoTime();
			var delays = IntStream.range(0, REPLIES)
				.boxed()
				.flatMap((_) -> reply(author, thread, readers).stream())
				.toList();
			var elapsed = Duration.ofNanos(System.nanoTime() - start);
			readers.forEach(ReaderSocket::close);
			return List.of(report(new Timings("reply to sockets", delays, elapsed), before, connected));
		}
	}

	private List<ReaderSocket> connect(HttpClient http, String thread) {
		var readers = new ArrayList<ReaderSocket>();
		while (readers.size() < this.sockets) {
			var some = IntStream.range(0, Math.min(TOGETHER, this.sockets - readers.size()))
				.mapToObj((_) -> ReaderSocket.open(http, this.gateway.guest(), thread))
				.toList();
			some.forEach((reader) -> await(reader.joined()));
			readers.addAll(some);
		}
		return readers;
	}

	/** Sends a reply; returns how long it took to each reader. */
	private static List<Duration> reply(ApiUser author, String thread, List<ReaderSocket> readers) {
		var received = readers.stream().map(ReaderSocket::next).toList();
		var start = System.nanoTime();
		TimingWriters.createReply(author, thread, "Who hears this, and when?");
		var delays = received.stream().map((time) -> Duration.ofNanos(await(time) - start)).toList();
		Await.sleep(PAUSE);
		return delays;
	}

	private static <T> T await(CompletableFuture<T> future) {
		return future.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
	}

	private ResultTable report(Timings timings, Map<String, Usage> before, Map<String, Usage> connected) {
		var row = new LinkedHashMap<String, Double>();
		row.put("sockets", (double) this.sockets);
		row.put("p50 ms", timings.millis(50));
		row.put("p95 ms", timings.millis(95));
		row.put("max ms", timings.millis(100));
		HOLDERS.forEach((process) -> row.put("RSS of %s, KiB each".formatted(process),
				(rss(connected, process) - rss(before, process)) / (double) this.sockets));
		return new ResultTable("delay", Map.of(timings.name(), row));
	}

	private static long rss(Map<String, Usage> usage, String process) {
		return usage.getOrDefault(process, Usage.NONE).rssKb();
	}

}
