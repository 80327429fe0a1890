package org.parley.resilience.writers;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * Reads an evenly spread sample of the written posts as a guest.
 *
 * @param forum the threads and the ledger
 * @param most maximum number of posts to read
 */
public record ReadBack(DrillForum forum, int most) {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** Returns for each sampled mark whether its post is visible. */
	public Map<String, Boolean> marks() {
		var replies = this.forum.ledger().entries().stream().filter(ReadBack::isReply).toList();
		var step = Math.max(1, Math.ceilDiv(replies.size(), this.most));
		return IntStream.iterate(0, (place) -> place < replies.size(), (place) -> place + step)
			.mapToObj(replies::get)
			.toList()
			.parallelStream()
			.collect(Collectors.toMap(LedgerEntry::mark, this::isVisible));
	}

	private static boolean isReply(LedgerEntry ledgerEntry) {
		return ledgerEntry.kind() == LedgerEntryKind.REPLY && ledgerEntry.outcome() == WriteOutcome.ACCEPTED;
	}

	private boolean isVisible(LedgerEntry reply) {
		var id = Objects.requireNonNull(reply.effect()).subject();
		var post = answer("/posts/" + id);
		return post.status() == 200 && post.text("/data/content").endsWith(reply.mark());
	}

	/** Repeats reads that fail shortly after a fault. */
	private GatewayResponse answer(String path) {
		return Await.within(TIMEOUT, () -> {
			var answer = this.forum.users().gateway().guest().get(path);
			return answer.expect(answer.status() < 500, "a response without server error");
		});
	}

}
