package org.parley.resilience.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.checkout.LocalMailbox;
import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.SideTraffic;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.writers.RepeatedRequest;
import org.parley.system.WebhookSender;

/**
 * Pairs of people in threads of their own: one replies, the other gets a mail and answers
 * it by mail. In the end each answer must be one post, and each reply one mail, which may
 * have arrived again with the same id.
 */
public final class MailTraffic implements SideTraffic {

	private static final int PAIRS = 6;

	private final List<MailPair> pairs;

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean over;

	private MailTraffic(List<MailPair> pairs) {
		this.pairs = pairs;
	}

	/** Registers the people, whose addresses are verified. */
	public static MailTraffic open(DrillStage drillStage) {
		var admin = drillStage.admin();
		var run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
		var category = "mails-" + run;
		admin.post("/categories", Map.of("slug", category, "name", "Mails " + run)).is(201);
		var mailbox = LocalMailbox.of(drillStage.checkout());
		var sender = new WebhookSender(drillStage.checkout().webhookSecret());
		return new MailTraffic(IntStream.range(0, PAIRS)
			.mapToObj((number) -> MailPair.open(admin.gateway(), mailbox, sender, run + "-" + number, category))
			.toList());
	}

	@Override
	public void start() {
		this.pairs.forEach((pair) -> this.threads.add(Thread.startVirtualThread(() -> {
			while (!this.over) {
				pair.talk();
			}
		})));
	}

	@Override
	public void stop() throws InterruptedException {
		this.over = true;
		for (var thread : this.threads) {
			thread.join();
		}
	}

	@Override
	public List<LedgerFinding> findings() {
		Await.until(RepeatedRequest.TIMEOUT, Duration.ofSeconds(1), () -> wrong().findAny().isEmpty());
		return wrong().toList();
	}

	private Stream<LedgerFinding> wrong() {
		return this.pairs.stream().flatMap((pair) -> pair.findings().stream());
	}

	/** Returns the number of accepted mails and of mails that arrived again. */
	@Override
	public String toString() {
		return "%,d replies and %,d answers by mail of %d pairs; %,d mails arrived again".formatted(
				this.pairs.stream().mapToInt(MailPair::replies).sum(),
				this.pairs.stream().mapToInt(MailPair::answers).sum(), PAIRS,
				this.pairs.stream().mapToInt(MailPair::repeats).sum());
	}

}
