package org.parley.auth.oauth.browser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.auth.user.digest.Sha256;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Remembers who has shown their password at our pages and still owes a code: in a sealed
 * cookie, for some minutes, and only while the password is the same. It opens nothing
 * without the code, and codes are counted per account.
 */
@Component
public class PendingSecondFactor {

	private static final String PURPOSE = "second-step";

	private final AesGcmCipher aesGcmCipher;

	private final SignInCookies cookies;

	private final Users users;

	private final BrowserSettings settings;

	private final InstantSource clock;

	PendingSecondFactor(AtRestCiphers atRestCiphers, SignInCookies cookies, Users users, BrowserSettings settings,
			InstantSource clock) {
		this.aesGcmCipher = atRestCiphers.of(PURPOSE);
		this.cookies = cookies;
		this.users = users;
		this.settings = settings;
		this.clock = clock;
	}

	/** Leaves the browser the cookie. */
	public void remember(Known known, HttpServletResponse response) {
		var end = this.clock.instant().plus(this.settings.patience());
		var content = String.join("\n", known.userId(), Sha256.hex(known.passwordHash()), end.toString());
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(SignInCookies.Kind.SECOND_STEP,
				this.aesGcmCipher.seal(content, PURPOSE), this.settings.patience()));
	}

	/** Who it is, while that counts. A hash that is outdated is kept this time. */
	public Optional<Known> recall(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.SECOND_STEP)
			.flatMap(this::open)
			.flatMap((parts) -> this.users.findById(parts[0])
				.map(User::passwordHash)
				.filter((hash) -> Sha256.hex(hash).equals(parts[1]))
				.map((hash) -> new Known(parts[0], hash, hash)));
	}

	/** Forgets it. */
	public void forget(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.SECOND_STEP));
	}

	private Optional<String[]> open(String sealed) {
		try {
			var parts = this.aesGcmCipher.open(sealed, PURPOSE).split("\n");
			return this.clock.instant().isBefore(Instant.parse(parts[2])) ? Optional.of(parts) : Optional.empty();
		}
		catch (IllegalStateException | IllegalArgumentException | java.nio.BufferUnderflowException ex) {
			return Optional.empty(); // another secret sealed it, or somebody plays
		}
	}

}
