package org.parley.auth.federation.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.FederationSettings;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.tokens.note.SealedNotes;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;

import org.springframework.stereotype.Component;

/**
 * Permissions of users to link an identity, encrypted in the address of the page that
 * leads to the provider. Only their owners can use them, in a browser that is signed in,
 * and only until they link an identity or change another credential.
 */
@Component
public class LinkTickets {

	private static final String NAME = "link";

	private final SealedNotes notes;

	private final FederationSettings settings;

	private final Users users;

	private final InstantSource clock;

	LinkTickets(SealedNotes notes, FederationSettings settings, Users users, InstantSource clock) {
		this.notes = notes;
		this.settings = settings;
		this.users = users;
		this.clock = clock;
	}

	/** The path of the page that leads to the provider. */
	String issue(User user, String provider) {
		var ticket = new Ticket(ProvenOwner.of(user), provider, this.clock.instant().plus(this.settings.patience()));
		return "/oauth2/federation/%s?link=%s".formatted(provider, this.notes.seal(NAME, ticket));
	}

	/** The owner of a valid ticket for this provider. */
	public Optional<ProvenOwner> findOwner(@Nullable String sealed, String provider) {
		return Optional.ofNullable(sealed)
			.flatMap((text) -> this.notes.open(NAME, text, Ticket.class))
			.filter((ticket) -> ticket.provider().equals(provider) && this.clock.instant().isBefore(ticket.expiresAt()))
			.map(Ticket::owner)
			.filter((owner) -> owner.find(this.users).isPresent());
	}

	/** A permission. */
	private record Ticket(ProvenOwner owner, String provider, Instant expiresAt) {
	}

}
