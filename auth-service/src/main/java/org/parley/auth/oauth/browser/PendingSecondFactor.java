package org.parley.auth.oauth.browser;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.tokens.note.SealedNotes;
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

	private static final String NAME = "second-step";

	private final SealedNotes notes;

	private final SignInCookies cookies;

	private final Users users;

	private final BrowserSettings settings;

	private final InstantSource clock;

	PendingSecondFactor(SealedNotes notes, SignInCookies cookies, Users users, BrowserSettings settings,
			InstantSource clock) {
		this.notes = notes;
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
		var version = this.users.findById(known.userId()).map(User::linkVersion).orElse(0);
		var step = new Step(new ProvenOwner(known.userId(), version), known.method(), known.provenAt(),
				this.clock.instant().plus(this.settings.patience()));
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(SignInCookies.Kind.SECOND_STEP,
				this.notes.seal(NAME, step), this.settings.patience()));
	}

	/** Reads the cookie; empty when it is invalid. An outdated hash is not renewed. */
	public Optional<Known> recall(HttpServletRequest request) {
		return this.cookies.read(request, SignInCookies.Kind.SECOND_STEP)
			.flatMap((sealed) -> this.notes.open(NAME, sealed, Step.class))
			.filter((step) -> this.clock.instant().isBefore(step.expiresAt()))
			.flatMap((step) -> step.owner()
				.find(this.users)
				.map((user) -> Known.of(user, step.method(), step.provenAt())));
	}

	/** Deletes the cookie. */
	public void forget(HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(SignInCookies.Kind.SECOND_STEP));
	}

	/**
	 * A sign-in without its code.
	 *
	 * @param method and {@code provenAt}, as {@link Known} has them
	 */
	private record Step(ProvenOwner owner, @Nullable String method, @Nullable Instant provenAt, Instant expiresAt) {
	}

}
