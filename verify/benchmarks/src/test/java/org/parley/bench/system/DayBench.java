package org.parley.bench.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.bench.Usage;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.bench.timing.TimingWriters;
import org.parley.bench.timing.Timings;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayRequest;

/**
 * Measures an ordinary day: of ten requests nine read and one writes a reply. Half of the
 * reads are of guests. What follows from the replies happens beside the reads, and the
 * processor time includes it.
 *
 * @param writes measures writes, and has the gateway and the people
 * @param reads what is read, in turn
 */
public record DayBench(WriteBench writes, List<Scenario> reads) {

	private static final int READS_PER_WRITE = 9;

	/** Below the limit of writes a minute. */
	private static final int WRITES = 20;

	/** Below the limit of anonymous requests per minute. */
	private static final int READS_PER_ADDRESS = 90;

	private static final String TEXT = "The third shift read it, and wrote down what it had tried in vain. ".repeat(5);

	public List<ResultTable> measure() {
		var people = TimingWriters.register(this.writes.gateway(), this.writes.people());
		var thread = TimingWriters.createThread(people.getFirst());
		try (var pending = new DrainWatch(this.writes.checkout())) {
			pending.await();
			var requests = requests(people, thread);
			var before = this.writes.servers().usage();
			var start = System.nanoTime();
			run(requests);
			var elapsed = Duration.ofNanos(System.nanoTime() - start);
			pending.await();
			return report(requests, elapsed, this.writes.servers().usageSince(before));
		}
	}

	private void run(List<Request> requests) {
		var clients = this.writes.clients();
		Stopwatch.runConcurrently("day",
				IntStream.range(0, clients)
					.mapToObj((client) -> IntStream.iterate(client, (i) -> i < requests.size(), (i) -> i + clients)
						.<Runnable>mapToObj((i) -> requests.get(i)::send)
						.toList())
					.toList());
	}

	private List<Request> requests(List<ApiUser> people, String thread) {
		var requests = new ArrayList<Request>();
		var guest = this.writes.gateway().guest();
		for (var number = 0; number < people.size() * WRITES; number++) {
			var person = people.get(number % people.size());
			var text = TEXT + number;
			requests.add(new Request("write", () -> TimingWriters.createReply(person, thread, text)));
			for (var read = 0; read < READS_PER_WRITE; read++) {
				var place = number * READS_PER_WRITE + read;
				guest = (place % READS_PER_ADDRESS == 0) ? this.writes.gateway().guest() : guest;
				requests.add(read((read % 2 == 0) ? guest : person, place));
			}
		}
		return requests;
	}

	private Request read(ApiUser reader, int place) {
		var paths = this.reads.get(place % this.reads.size()).paths();
		var request = new GatewayRequest("GET", paths.get(place % paths.size()), reader.headers(), null);
		return new Request("read", () -> this.writes.gateway().exchange(request).is(200));
	}

	static List<ResultTable> report(List<Request> requests, Duration elapsed, Map<String, Usage> used) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		for (var kind : List.of("read", "write")) {
			var timings = new Timings(kind,
					requests.stream()
						.filter((request) -> request.kind().equals(kind))
						.flatMap((request) -> request.taken().stream())
						.toList(),
					elapsed);
			rows.put("mixed day: " + kind, timings.row());
		}
		return List.of(new ResultTable("request", rows),
				ResultTable.costs("CPU ms per request of a mixed day", used, requests.size()));
	}

	/**
	 * A request of the day.
	 *
	 * @param kind whether it reads or writes
	 * @param work sends it
	 * @param taken how long it took, once it has ended
	 */
	record Request(String kind, Runnable work, List<Duration> taken) {

		Request(String kind, Runnable work) {
			this(kind, work, Collections.synchronizedList(new ArrayList<>()));
		}

		private void send() {
			var start = System.nanoTime();
			this.work.run();
			this.taken.add(Duration.ofNanos(System.nanoTime() - start));
		}

	}

}
