package org.parley.launcher.timing;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;

/**
 * Forty people reply as fast as they can, each waiting for one answer before the next
 * reply: all of them to one thread, and each to a thread of their own.
 *
 * @param gateway where
 */
public record ReplyTiming(GatewayClient gateway) implements TimedWork {

	private static final int PEOPLE = 40;

	/** Three times this many and the thread are less than they may write in a minute. */
	private static final int EACH = 9;

	@Override
	public List<Timings> measure() {
		var people = TimingWriters.register(this.gateway, PEOPLE);
		var own = people.parallelStream().map(TimingWriters::thread).toList();
		var one = Collections.nCopies(PEOPLE, own.getFirst());
		replies("warming up", people, own);
		return List.of(replies("replies to one thread", people, one), replies("replies to many threads", people, own));
	}

	private static Timings replies(String name, List<ApiUser> people, List<String> threads) {
		return Stopwatch.together(name,
				IntStream.range(0, people.size())
					.mapToObj((i) -> Collections.<Runnable>nCopies(EACH,
							() -> TimingWriters.reply(people.get(i), threads.get(i), "As fast as I can.")))
					.toList());
	}

}
