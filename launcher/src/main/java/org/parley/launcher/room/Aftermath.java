package org.parley.launcher.room;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.parley.launcher.Checkout;
import org.parley.launcher.LocalMailbox;
import org.parley.launcher.crowd.Cast;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.room.Arrivals.Arrival;

/** Looks into all rooms once everything is done there. */
public final class Aftermath implements AutoCloseable {

	private final Instant start;

	private final Outsiders outsiders;

	private final LocalMailbox mailbox;

	private final RoomDatabases databases;

	/** Of all that has happened since then. */
	public Aftermath(Checkout checkout, Instant start, Outsiders outsiders) {
		this.start = start;
		this.outsiders = outsiders;
		this.mailbox = LocalMailbox.of(checkout);
		this.databases = new RoomDatabases(checkout);
	}

	/** Whether nothing is left to do, as far as the services know. */
	public boolean isSettled() {
		return this.databases.areSettled(this.start, this.outsiders.subscription());
	}

	/** About how many events were handled so far. */
	public long handled() {
		return this.databases.handled();
	}

	/** Where the rooms differ from what the crowd and the outsiders had accepted. */
	public List<Finding> findings(Ledger crowd) {
		var replies = crowd.accepted(Kind.REPLY, Entry::subject).keySet();
		var threads = crowd.accepted(Kind.START, Entry::subject).keySet();
		var people = crowd.accepted(Kind.REGISTRATION, Entry::subject).keySet();
		var mails = mails(named(crowd, Kind.REGISTRATION));
		var deliveries = this.outsiders.deliveries(replies);
		var webhooks = named(this.outsiders.ledger(), Kind.WEBHOOK);
		System.out.printf("  mails that came: %s; webhooks that came: %s; webhooks from others: %,d%n", mails,
				deliveries, webhooks.size());
		var rooms = Stream.of(this.databases.notified(replies, threads), this.databases.judged(replies, threads),
				this.databases.mailed(people, mails), new Delivered(deliveries));
		return Stream
			.concat(rooms.flatMap((room) -> room.findings(crowd)),
					this.databases.received(webhooks).findings(this.outsiders.ledger()))
			.toList();
	}

	/** All that were accepted or may have been. */
	private static Set<String> named(Ledger ledger, Kind kind) {
		var names = new HashSet<>(ledger.accepted(kind, Entry::mark).keySet());
		names.addAll(ledger.unanswered(kind, Entry::mark).keySet());
		return names;
	}

	private Arrivals mails(Set<String> usernames) {
		return new Arrivals(this.mailbox.mails("")
			.stream()
			.filter((mail) -> mail.links().stream().anyMatch((link) -> link.contains("/verify-email")))
			.map((mail) -> new Arrival(Cast.username(mail.to()), mail.messageId()))
			.filter((mail) -> usernames.contains(mail.about()))
			.toList());
	}

	@Override
	public void close() {
		this.databases.close();
	}

}
