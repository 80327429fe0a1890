package org.parley.launcher.checks;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LocalMailbox;
import org.parley.launcher.checks.Arrivals.Arrival;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.writers.DrillUsers;

/** Looks into all rooms once everything is done there. */
public final class ServiceChecks implements AutoCloseable {

	private final Instant start;

	private final ExternalSystems externalSystems;

	private final LocalMailbox mailbox;

	private final ServiceDatabases databases;

	/** Of all that has happened since then. */
	public ServiceChecks(Checkout checkout, Instant start, ExternalSystems externalSystems) {
		this.start = start;
		this.externalSystems = externalSystems;
		this.mailbox = LocalMailbox.of(checkout);
		this.databases = new ServiceDatabases(checkout);
	}

	/** Whether nothing is left to do, as far as the services know. */
	public boolean isSettled() {
		return this.databases.areSettled(this.start, this.externalSystems.subscription());
	}

	/** About how many events were handled so far. */
	public long handled() {
		return this.databases.handled();
	}

	/** Where the rooms differ from what the crowd and the outsiders had accepted. */
	public List<LedgerFinding> findings(Ledger crowd) {
		var replies = crowd.accepted(LedgerEntryKind.REPLY, LedgerEntry::subject).keySet();
		var threads = crowd.accepted(LedgerEntryKind.START, LedgerEntry::subject).keySet();
		var people = crowd.accepted(LedgerEntryKind.REGISTRATION, LedgerEntry::subject).keySet();
		var mails = mails(named(crowd, LedgerEntryKind.REGISTRATION));
		var deliveries = this.externalSystems.deliveries(replies);
		var webhooks = named(this.externalSystems.ledger(), LedgerEntryKind.WEBHOOK);
		System.out.printf("  mails that came: %s; webhooks that came: %s; webhooks from others: %,d%n", mails,
				deliveries, webhooks.size());
		var rooms = Stream.of(this.databases.notified(replies, threads), this.databases.judged(replies, threads),
				this.databases.mailed(people, mails), new WebhookDeliveryCheck(deliveries));
		return Stream
			.concat(rooms.flatMap((room) -> room.findings(crowd)),
					this.databases.received(webhooks).findings(this.externalSystems.ledger()))
			.toList();
	}

	/** All that were accepted or may have been. */
	private static Set<String> named(Ledger ledger, LedgerEntryKind ledgerEntryKind) {
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
