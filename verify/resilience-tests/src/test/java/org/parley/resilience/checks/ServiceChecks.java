package org.parley.resilience.checks;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LocalMailbox;
import org.parley.resilience.checks.Arrivals.Arrival;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.writers.DrillUsers;

/** Runs the checks of all services after their work is done. */
public final class ServiceChecks implements AutoCloseable {

	private final Instant start;

	private final ExternalSystems externalSystems;

	private final LocalMailbox mailbox;

	private final ServiceDatabases databases;

	/** Creates the checks of all writes since then. */
	public ServiceChecks(Checkout checkout, Instant start, ExternalSystems externalSystems) {
		this.start = start;
		this.externalSystems = externalSystems;
		this.mailbox = LocalMailbox.of(checkout);
		this.databases = new ServiceDatabases(checkout);
	}

	/** Checks that the services have no pending work. */
	public boolean isSettled() {
		return this.databases.areSettled(this.start, this.externalSystems.subscription());
	}

	/** Returns the estimated number of handled events. */
	public long countHandled() {
		return this.databases.countHandled();
	}

	/** Returns the differences from the accepted writes and webhooks. */
	public List<LedgerFinding> findings(Ledger ledger) {
		var replies = ledger.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject).keySet();
		var threads = ledger.accepted(LedgerEntryKind.START, LedgerEntry::subject).keySet();
		var people = ledger.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::subject).keySet();
		var mails = mails(marks(ledger, LedgerEntryKind.REGISTRATION));
		var deliveries = this.externalSystems.deliveries(replies);
		var webhooks = marks(this.externalSystems.ledger(), LedgerEntryKind.WEBHOOK);
		System.out.printf("    mails received: %s; webhooks received: %s; webhooks sent to Parley: %,d%n", mails,
				deliveries, webhooks.size());
		var checks = Stream.of(this.databases.notificationCheck(replies, threads),
				this.databases.moderationCheck(replies, threads), this.databases.mailCheck(people, mails),
				new WebhookDeliveryCheck(deliveries));
		return Stream
			.concat(checks.flatMap((check) -> check.findings(ledger)),
					this.databases.receiptCheck(webhooks).findings(this.externalSystems.ledger()))
			.toList();
	}

	/** Returns the marks of all writes that were or may have been accepted. */
	private static Set<String> marks(Ledger ledger, LedgerEntryKind ledgerEntryKind) {
		var names = new HashSet<>(ledger.accepted(ledgerEntryKind, LedgerEntry::mark).keySet());
		names.addAll(ledger.unanswered(ledgerEntryKind, LedgerEntry::mark).keySet());
		return names;
	}

	private Arrivals mails(Set<String> usernames) {
		return new Arrivals(this.mailbox.mails("")
			.stream()
			.filter((mail) -> mail.links().stream().anyMatch((link) -> link.contains("/verify-email")))
			.map((mail) -> new Arrival(DrillUsers.username(mail.to()), mail.messageId()))
			.filter((mail) -> usernames.contains(mail.about()))
			.toList());
	}

	@Override
	public void close() {
		this.databases.close();
	}

}
