package org.parley.auth.account.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.tokens.note.SealedNotes;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;

import org.springframework.stereotype.Component;

/**
 * Permissions to restore a closed account, for pages that have refused its owner only
 * because it is closed: after a password and a code, a passkey, a provider or a mailed
 * code. They end after ten minutes, and with every change of a credential.
 */
@Component
class RestorationTickets {

	private static final String NAME = "restoration";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final SealedNotes notes;

	private final Users users;

	private final InstantSource clock;

	RestorationTickets(SealedNotes notes, Users users, InstantSource clock) {
		this.notes = notes;
		this.users = users;
		this.clock = clock;
	}

	/** A ticket for the form of a page. */
	public String issue(User user) {
		return this.notes.seal(NAME, new Ticket(ProvenOwner.of(user), this.clock.instant().plus(PATIENCE)));
	}

	/** The account of a valid ticket. */
	Optional<User> redeem(String sealed) {
		return this.notes.open(NAME, sealed, Ticket.class)
			.filter((ticket) -> this.clock.instant().isBefore(ticket.expiresAt()))
			.flatMap((ticket) -> ticket.owner().find(this.users));
	}

	/** A permission. */
	private record Ticket(ProvenOwner owner, Instant expiresAt) {
	}

}
