package org.parley.launcher.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.Checkout;
import org.parley.launcher.Instance;
import org.parley.launcher.LauncherException;
import org.parley.launcher.backbone.Backlog;
import org.parley.launcher.backbone.Broker;
import org.parley.launcher.backbone.Memory;
import org.parley.launcher.backbone.Witness;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Patience;
import org.parley.launcher.crowd.Cast;
import org.parley.launcher.crowd.Forum;
import org.parley.launcher.crowd.Writers;

/**
 * Measures the way of events: how long one takes from the writer's transaction to a
 * listener's at a steady rate, and how fast the relay sends what has piled up while the
 * broker was away.
 *
 * @param checkout whose Parley runs
 * @param gateway where people reply
 * @param servers whose use is counted
 * @param rate of replies per second
 * @param time of the measurement
 * @param pile how many events pile up
 */
record EventBench(Checkout checkout, Gateway gateway, List<ServerProcess> servers, int rate, Duration time, int pile) {

	private static final int CLIENTS = 48;

	private static final int WRITES_PER_USER_AND_MINUTE = 27;

	private static final int TOPICS = 40;

	private static final Duration START = Duration.ofMinutes(1);

	private static final Duration LOOK = Duration.ofMillis(20);

	EventReport run(Duration warmUp) throws InterruptedException {
		var witness = Witness.quick(this.checkout);
		var users = Math.max(this.rate * 60, this.pile) / WRITES_PER_USER_AND_MINUTE + CLIENTS;
		var cast = Cast.of(this.checkout, this.gateway, users);
		witness.forget();
		try {
			start(witness);
			return run(cast, witness, warmUp);
		}
		finally {
			witness.forget();
		}
	}

	private static void start(Witness witness) throws InterruptedException {
		witness.instance().start(witness.identity());
		if (!Patience.until(START, LOOK, witness.instance()::isReady)) {
			throw new LauncherException("The witness is not ready:\n" + witness.instance().lastWords());
		}
	}

	private EventReport run(Cast cast, Witness witness, Duration warmUp) throws InterruptedException {
		var all = Stream
			.concat(this.servers.stream(), Stream.of(new ServerProcess("witness", witness.instance().pid())))
			.toList();
		try (var memory = new Memory(witness.instance());
				var backlog = new Backlog(Instance.of(this.checkout, "forum-service"))) {
			var forum = Forum.open(cast, List.of(), TOPICS);
			replies(forum, this.rate * (int) warmUp.toSeconds(), this.rate);
			var before = usage(all);
			var delays = steadily(forum, memory);
			var used = since(before, usage(all));
			var drained = drained(forum, backlog);
			return new EventReport(this.rate, delays, used, drained);
		}
	}

	private List<Duration> steadily(Forum forum, Memory memory) throws InterruptedException {
		var writes = this.rate * (int) this.time.toSeconds();
		var start = Instant.now();
		replies(forum, writes, this.rate);
		var end = System.nanoTime() + START.toNanos();
		while (memory.delaysSince(start).size() < writes && System.nanoTime() < end) {
			Patience.pass(Duration.ofSeconds(1));
		}
		return memory.delaysSince(start);
	}

	private EventReport.Drained drained(Forum forum, Backlog backlog) throws InterruptedException {
		var broker = new Broker(this.checkout);
		broker.stop();
		replies(forum, this.pile, 0);
		var waiting = backlog.events();
		broker.start();
		while (backlog.events() == waiting) {
			Patience.pass(LOOK);
		}
		var start = System.nanoTime();
		while (backlog.events() > 0) {
			Patience.pass(LOOK);
		}
		return new EventReport.Drained(waiting, Duration.ofNanos(System.nanoTime() - start));
	}

	private static void replies(Forum forum, int writes, int rate) throws InterruptedException {
		var writers = Writers.ofReplies(forum, forum.ledger().size() + writes, rate);
		writers.start(CLIENTS, 1);
		writers.await();
	}

	private static Map<String, Usage> usage(List<ServerProcess> servers) {
		var processes = Processes.ofThisMachine();
		return servers.stream().collect(Collectors.toMap(ServerProcess::name, processes::of));
	}

	private static Map<String, Usage> since(Map<String, Usage> before, Map<String, Usage> after) {
		return before.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(then) -> after.getOrDefault(then.getKey(), Usage.NONE).since(then.getValue())));
	}

}
