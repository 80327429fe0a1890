package org.parley.launcher.room;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.launcher.Checkout;
import org.parley.launcher.LocalMailbox;
import org.parley.launcher.crowd.DrillCast;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.room.OutsideArrivals.Arrival;

/** Looks into all rooms once everything is done there. */
public final class ServiceChecks implements AutoCloseable {

	private final Instant start;

	private final OutsideSystems outsideSystems;

	private final LocalMailbox mailbox;

	private final RoomDatabases databases;

	/** Of all that has happened since then. */
	public ServiceChecks(Checkout checkout, Instant start, OutsideSystems outsideSystems) {
		this.start = start;
		this.outsideSystems = outsideSystems;
		this.mailbox = LocalMailbox.of(checkout);
		this.databases = new RoomDatabases(checkout);
	}

	/** Whether nothing is left to do, as far as the services know. */
	public boolean isSettled() {
		return this.databases.areSettled(this.start, this.outsideSystems.subscription());
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
		var deliveries = this.outsideSystems.deliveries(replies);
		var webhooks = named(this.outsideSystems.ledger(), LedgerEntryKind.WEBHOOK);
		System.out.printf("  mails that came: %s; webhooks that came: %s; webhooks from others: %,d%n", mails,
				deliveries, webhooks.size());
		var rooms = Stream.of(this.databases.notified(replies, threads), this.databases.judged(replies, threads),
				this.databases.mailed(people, mails), new WebhookDeliveryCheck(deliveries));
		return Stream
			.concat(rooms.flatMap((room) -> room.findings(crowd)),
					this.databases.received(webhooks).findings(this.outsideSystems.ledger()))
			.toList();
	}

	/** All that were accepted or may have been. */
	private static Set<String> named(Ledger ledger, LedgerEntryKind ledgerEntryKind) {
		var names = new HashSet<>(ledger.accepted(ledgerEntryKind, LedgerEntry::mark).keySet());
		names.addAll(ledger.unanswered(ledgerEntryKind, LedgerEntry::mark).keySet());
		return names;
	}

	private OutsideArrivals mails(Set<String> usernames) {
		return new OutsideArrivals(this.mailbox.mails("")
			.stream()
			.filter((mail) -> mail.links().stream().anyMatch((link) -> link.contains("/verify-email")))
			.map((mail) -> new Arrival(DrillCast.username(mail.to()), mail.messageId()))
			.filter((mail) -> usernames.contains(mail.about()))
			.toList());
	}

	@Override
	public void close() {
		this.databases.close();
	}

}
