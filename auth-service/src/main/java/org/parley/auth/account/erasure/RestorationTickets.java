package org.parley.auth.account.erasure;

import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
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

	private static final String PURPOSE = "restoration";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final AesGcmCipher cipher;

	private final Users users;

	private final InstantSource clock;

	RestorationTickets(AtRestCiphers atRestCiphers, Users users, InstantSource clock) {
		this.cipher = atRestCiphers.of(PURPOSE);
		this.users = users;
		this.clock = clock;
	}

	/** A ticket for the form of a page. */
	public String issue(User user) {
		var content = String.join("\n", user.id(), String.valueOf(user.linkVersion()),
				this.clock.instant().plus(PATIENCE).toString());
		return this.cipher.seal(content, PURPOSE);
	}

	/** The account of a valid ticket. */
	Optional<User> redeem(String ticket) {
		return open(ticket).filter((parts) -> this.clock.instant().isBefore(Instant.parse(parts[2])))
			.flatMap((parts) -> this.users.findById(parts[0])
				.filter((user) -> parts[1].equals(String.valueOf(user.linkVersion()))));
	}

	private Optional<String[]> open(String ticket) {
		try {
			return Optional.of(this.cipher.open(ticket, PURPOSE).split("\n", -1));
		}
		catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException ex) {
			return Optional.empty(); // encrypted with another key, or forged
		}
	}

}
