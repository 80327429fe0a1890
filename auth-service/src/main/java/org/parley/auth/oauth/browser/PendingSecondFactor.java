package org.parley.auth.oauth.browser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Remembers in an encrypted cookie that a user has proved their password, or an identity
 * at a provider, and still has to enter a code. It expires after some minutes, or when a
 * credential of the account changes.
 */
@Component
public class PendingSecondFactor {

	/** The page that asks for the code. */
	public static final String CODE = BrowserSecurityConfigurer.SIGN_IN + "/code";

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

	/**
	 * Returns the address of the page that asks for the code, and sets the cookie.
	 * @throws RefusalException the refusal, unless it asks for a code
	 */
	public String ask(RefusalException refusal, Known known, Optional<Continuation> next,
			HttpServletResponse response) {
		if (!refusal.code().equals("auth.otp-required")) {
			throw refusal;
		}
		remember(known, response);
		return next.map((page) -> page.through(CODE)).orElse(CODE);
	}

	private void remember(Known known, HttpServletResponse response) {
		var end = this.clock.instant().plus(this.settings.patience());
		var version = this.users.findById(known.userId()).map(User::linkVersion).orElse(0);
		var content = String.join("\n", known.userId(), version.toString(), end.toString(),
				Objects.requireNonNullElse(known.method(), ""),
				(known.provenAt() != null) ? known.provenAt().toString() : "");
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(SignInCookies.Kind.SECOND_STEP,
				this.aesGcmCipher.seal(content, PURPOSE), this.settings.patience()));
	}

	/** Reads the cookie; empty when it is invalid. An outdated hash is not renewed. */
	public Optional<Known> recall(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.SECOND_STEP)
			.flatMap(this::open)
			.flatMap((parts) -> this.users.findById(parts[0])
				.filter((user) -> String.valueOf(user.linkVersion()).equals(parts[1]))
				.map((user) -> known(user, parts)));
	}

	private static Known known(User user, String[] parts) {
		return Known.of(user, parts[3].isEmpty() ? null : parts[3],
				parts[4].isEmpty() ? null : Instant.parse(parts[4]));
	}

	/** Deletes the cookie. */
	public void forget(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.SECOND_STEP));
	}

	private Optional<String[]> open(String sealed) {
		try {
			var parts = this.aesGcmCipher.open(sealed, PURPOSE).split("\n", -1);
			return this.clock.instant().isBefore(Instant.parse(parts[2])) ? Optional.of(parts) : Optional.empty();
		}
		catch (IllegalStateException | IllegalArgumentException | java.nio.BufferUnderflowException ex) {
			return Optional.empty(); // encrypted with another key, or forged
		}
	}

}
