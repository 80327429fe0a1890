package org.parley.launcher.crowd;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Patience;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Outcome;

/**
 * Reads what was written, as any guest would: a part of it, evenly spread.
 *
 * @param forum where it was written
 * @param most how many posts are read
 */
public record Reading(Forum forum, int most) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Whether each mark that was looked for is seen where it was written. */
	public Map<String, Boolean> marks() {
		var replies = this.forum.ledger().entries().stream().filter(Reading::isReply).toList();
		var step = Math.max(1, Math.ceilDiv(replies.size(), this.most));
		return IntStream.iterate(0, (place) -> place < replies.size(), (place) -> place + step)
			.mapToObj(replies::get)
			.toList()
			.parallelStream()
			.collect(Collectors.toMap(Entry::mark, this::isShown));
	}

	private static boolean isReply(Entry entry) {
		return entry.kind() == Kind.REPLY && entry.outcome() == Outcome.ACCEPTED;
	}

	private boolean isShown(Entry reply) {
		var id = Objects.requireNonNull(reply.effect()).subject();
		var post = answer("/posts/" + id);
		return post.status() == 200 && post.text("/data/content").endsWith(reply.mark());
	}

	/** Whoever reads right after a fault may have to ask again. */
	private Answer answer(String path) {
		return Patience.within(PATIENCE, () -> {
			var answer = this.forum.cast().gateway().guest().get(path);
			return answer.expect(answer.status() < 500, "an answer");
		});
	}

}
