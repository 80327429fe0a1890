package org.parley.resilience.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.resilience.checks.Arrivals.Arrival;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WriteOutcome;

import static org.assertj.core.api.Assertions.assertThat;

/** Each test changes complete records to violate a guarantee. */
class ServiceCheckTests {

	private final Ledger ledger = ledger();

	private final Map<String, Long> posts = once("post-1", "post-2");

	private final Map<String, Long> thread = new HashMap<>(Map.of("thread", 2L));

	private final Map<String, Long> start = once("thread");

	private final Map<String, Long> person = once("person");

	private final Map<String, Long> webhooks = once("hook-1", "hook-2");

	private final List<Arrival> arrivals = new ArrayList<>();

	@Test
	void completeRecordsHaveNoFindings() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("post-1", "event-1"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		assertThat(Stream.of(notificationCheck(), moderationCheck(), mailCheck(), receiptCheck(), deliveryCheck()))
			.allSatisfy(this::assertNoFindings);
	}

	@Test
	void replyWithoutNotificationIsLost() {
		this.posts.remove("post-2");
		assertThat(faults(notificationCheck())).containsExactly(Fault.LOST);
	}

	@Test
	void replyNotifiedToTwoUsersIsTwice() {
		this.posts.put("post-2", 2L);
		assertThat(faults(notificationCheck())).containsExactly(Fault.TWICE);
	}

	@Test
	void notificationCountTooLowIsLost() {
		this.thread.put("thread", 1L);
		assertThat(faults(notificationCheck())).containsExactly(Fault.LOST);
	}

	@Test
	void notificationCountTooHighIsTwice() {
		this.thread.put("thread", 3L);
		assertThat(faults(notificationCheck())).containsExactly(Fault.TWICE);
	}

	@Test
	void unknownReplyMayBeNotifiedOnce() {
		add(this.ledger, LedgerEntryKind.REPLY, "thread", "mark-3", null);
		assertNoFindings(notificationCheck());
		this.thread.put("thread", 3L);
		assertNoFindings(notificationCheck());
		this.thread.put("thread", 4L);
		assertThat(faults(notificationCheck())).containsExactly(Fault.TWICE);
	}

	@Test
	void postWithoutVerdictIsLost() {
		this.posts.remove("post-1");
		assertThat(faults(new ModerationCheck(this.posts, this.start))).containsExactly(Fault.LOST);
	}

	@Test
	void postWithTwoVerdictsIsTwice() {
		this.posts.put("post-1", 2L);
		assertThat(faults(new ModerationCheck(this.posts, this.start))).containsExactly(Fault.TWICE);
	}

	@Test
	void firstPostWithoutVerdictIsLost() {
		this.start.clear();
		assertThat(faults(moderationCheck())).containsExactly(Fault.LOST);
	}

	@Test
	void mailNotSentIsLost() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		assertThat(faults(new MailCheck(this.person, Map.of(), new Arrivals(this.arrivals))))
			.containsExactly(Fault.LOST);
	}

	@Test
	void mailNotReceivedIsLost() {
		assertThat(faults(mailCheck())).containsExactly(Fault.LOST);
	}

	@Test
	void mailReceivedWithTwoIdsIsTwice() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("ann", "mail-2"));
		assertThat(faults(mailCheck())).containsExactly(Fault.TWICE);
	}

	@Test
	void mailReceivedAgainWithSameIdIsAllowed() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.arrivals.add(new Arrival("ann", "mail-1"));
		assertNoFindings(mailCheck());
		assertThat(new Arrivals(this.arrivals).repeats()).isEqualTo(1);
		assertThat(new Arrivals(this.arrivals)).hasToString("1 (1 received again)");
	}

	@Test
	void twoMailsToOneUserAreTwice() {
		this.arrivals.add(new Arrival("ann", "mail-1"));
		this.person.put("person", 2L);
		assertThat(faults(mailCheck())).containsExactly(Fault.TWICE, Fault.TWICE);
	}

	@Test
	void webhookNotStoredIsLost() {
		this.webhooks.remove("hook-1");
		assertThat(faults(receiptCheck())).containsExactly(Fault.LOST, Fault.LOST);
	}

	@Test
	void webhookNotProcessedIsLost() {
		assertThat(faults(new WebhookReceiptCheck(this.webhooks, once("hook-1")))).containsExactly(Fault.LOST);
	}

	@Test
	void webhookStoredTwiceIsTwice() {
		this.webhooks.put("hook-2", 2L);
		assertThat(faults(new WebhookReceiptCheck(this.webhooks, once("hook-1", "hook-2"))))
			.containsExactly(Fault.TWICE);
	}

	@Test
	void unknownWebhookMayBeStoredOnce() {
		add(this.ledger, LedgerEntryKind.WEBHOOK, "hook-3", "hook-3", null);
		assertNoFindings(receiptCheck());
		this.webhooks.put("hook-3", 1L);
		assertNoFindings(receiptCheck());
		this.webhooks.put("hook-3", 2L);
		assertThat(faults(receiptCheck())).containsExactly(Fault.TWICE, Fault.TWICE);
	}

	@Test
	void replyWithoutWebhookIsLost() {
		this.arrivals.add(new Arrival("post-1", "event-1"));
		assertThat(faults(deliveryCheck())).containsExactly(Fault.LOST);
	}

	@Test
	void webhookReceivedAgainWithSameIdIsAllowed() {
		this.arrivals.add(new Arrival("post-1", "event-1"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		this.arrivals.add(new Arrival("post-2", "event-2"));
		assertNoFindings(deliveryCheck());
		this.arrivals.add(new Arrival("post-2", "event-3"));
		assertThat(faults(deliveryCheck())).containsExactly(Fault.TWICE);
	}

	private ServiceCheck notificationCheck() {
		return new NotificationCheck(this.posts, this.thread);
	}

	private ServiceCheck moderationCheck() {
		return new ModerationCheck(this.posts, this.start);
	}

	private ServiceCheck mailCheck() {
		return new MailCheck(this.person, this.person, new Arrivals(this.arrivals));
	}

	private ServiceCheck receiptCheck() {
		return new WebhookReceiptCheck(this.webhooks, this.webhooks);
	}

	private ServiceCheck deliveryCheck() {
		return new WebhookDeliveryCheck(new Arrivals(this.arrivals));
	}

	private void assertNoFindings(ServiceCheck serviceCheck) {
		assertThat(serviceCheck.findings(this.ledger)).isEmpty();
	}

	private Stream<Fault> faults(ServiceCheck serviceCheck) {
		return serviceCheck.findings(this.ledger).map(LedgerFinding::fault);
	}

	private static Ledger ledger() {
		var ledger = new Ledger();
		add(ledger, LedgerEntryKind.START, "thread", "mark-0", new LedgerEffect("thread.created", "thread", 0));
		add(ledger, LedgerEntryKind.REPLY, "thread", "mark-1", new LedgerEffect("post.created", "post-1", 0));
		add(ledger, LedgerEntryKind.REPLY, "thread", "mark-2", new LedgerEffect("post.created", "post-2", 0));
		add(ledger, LedgerEntryKind.REGISTRATION, "person", "ann", new LedgerEffect("user.registered", "person", 1));
		accept(ledger, "hook-1");
		accept(ledger, "hook-2");
		return ledger;
	}

	/** Adds an entry; without an effect its outcome is unknown. */
	private static void add(Ledger ledger, LedgerEntryKind ledgerEntryKind, String key, String mark,
			@Nullable LedgerEffect ledgerEffect) {
		var outcome = (ledgerEffect != null) ? WriteOutcome.ACCEPTED : WriteOutcome.UNKNOWN;
		ledger.add(new LedgerEntry(ledgerEntryKind, mark, key, ledgerEffect, outcome, Instant.EPOCH, Instant.EPOCH,
				false));
	}

	private static void accept(Ledger ledger, String webhook) {
		ledger.add(new LedgerEntry(LedgerEntryKind.WEBHOOK, webhook, webhook, null, WriteOutcome.ACCEPTED,
				Instant.EPOCH, Instant.EPOCH, false));
	}

	private static Map<String, Long> once(String... names) {
		var times = new HashMap<String, Long>();
		Stream.of(names).forEach((name) -> times.put(name, 1L));
		return times;
	}

}
