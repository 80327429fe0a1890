package org.parley.bench.timing;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;

/**
 * Times replies of forty users, who send them one after the other: all to one thread, and
 * each to its own thread.
 *
 * @param gateway the client of the gateway
 */
public record ReplyTiming(GatewayClient gateway) implements TimedWork {

	private static final int PEOPLE = 40;

	/** Three rounds and the thread stay below the rate limit. */
	private static final int EACH = 9;

	@Override
	public List<Timings> measure() {
		var people = TimingWriters.register(this.gateway, PEOPLE);
		var own = people.parallelStream().map(TimingWriters::createThread).toList();
		var one = Collections.nCopies(PEOPLE, own.getFirst());
		replies("warming up", people, own);
		return List.of(replies("replies to one thread", people, one), replies("replies to many threads", people, own));
	}

	private static Timings replies(String name, List<ApiUser> people, List<String> threads) {
		return Stopwatch.runConcurrently(name,
				IntStream.range(0, people.size())
					.mapToObj((i) -> Collections.<Runnable>nCopies(EACH,
							() -> TimingWriters.createReply(people.get(i), threads.get(i), "As fast as I can.")))
					.toList());
	}

}
