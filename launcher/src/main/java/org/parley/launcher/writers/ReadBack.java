package org.parley.launcher.writers;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.WriteOutcome;

/**
 * Reads what was written, as any guest would: a part of it, evenly spread.
 *
 * @param forum where it was written
 * @param most how many posts are read
 */
public record ReadBack(DrillForum forum, int most) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Whether each mark that was looked for is seen where it was written. */
	public Map<String, Boolean> marks() {
		var replies = this.forum.ledger().entries().stream().filter(ReadBack::isReply).toList();
		var step = Math.max(1, Math.ceilDiv(replies.size(), this.most));
		return IntStream.iterate(0, (place) -> place < replies.size(), (place) -> place + step)
			.mapToObj(replies::get)
			.toList()
			.parallelStream()
			.collect(Collectors.toMap(LedgerEntry::mark, this::isShown));
	}

	private static boolean isReply(LedgerEntry ledgerEntry) {
		return ledgerEntry.kind() == LedgerEntryKind.REPLY && ledgerEntry.outcome() == WriteOutcome.ACCEPTED;
	}

	private boolean isShown(LedgerEntry reply) {
		var id = Objects.requireNonNull(reply.effect()).subject();
		var post = answer("/posts/" + id);
		return post.status() == 200 && post.text("/data/content").endsWith(reply.mark());
	}

	/** Whoever reads right after a fault may have to ask again. */
	private GatewayResponse answer(String path) {
		return Await.within(PATIENCE, () -> {
			var answer = this.forum.cast().gateway().guest().get(path);
			return answer.expect(answer.status() < 500, "an answer");
		});
	}

}
