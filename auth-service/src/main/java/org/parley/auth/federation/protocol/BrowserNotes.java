package org.parley.auth.federation.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.tokens.note.SealedNotes;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Keeps the steps of a sign-in in encrypted cookies of the browser that began it. */
@Component
public class BrowserNotes {

	/** The names and values of longer cookies are dropped by browsers without a word. */
	private static final int LONGEST = 4096;

	/** Tabs of a browser that sign in at once; the sizes of headers are limited. */
	private static final int MOST = 4;

	private final SealedNotes notes;

	private final SignInCookies cookies;

	BrowserNotes(SealedNotes notes, SignInCookies cookies) {
		this.notes = notes;
		this.cookies = cookies;
	}

	/**
	 * Sets a cookie besides others of its kind, or in place of one when there are too
	 * many.
	 * @throws RefusalException 400 {@code federation.too-long} when it has a request of
	 * an app that is too long for a cookie
	 */
	public void add(SignInCookies.Kind kind, Object note, Duration lifetime, HttpServletRequest request,
			HttpServletResponse response) {
		var place = places().filter((one) -> this.cookies.read(request, kind, one).isEmpty())
			.findFirst()
			.orElseGet(() -> ThreadLocalRandom.current().nextInt(MOST));
		var cookie = this.cookies.set(kind, place, this.notes.seal(kind.name(), note), lifetime);
		if (cookie.indexOf(';') > LONGEST) {
			throw new RefusalException(RefusalKind.INVALID, "federation.too-long",
					"The app's request is too long to be kept while you sign in at an identity provider. Sign in here first, then start again in the app.");
		}
		response.addHeader(HttpHeaders.SET_COOKIE, cookie);
	}

	/** Reads the note that is wanted; empty when no valid cookie has it. */
	public <T> Optional<T> read(SignInCookies.Kind kind, Class<T> type, Predicate<T> wanted,
			HttpServletRequest request) {
		return places().mapToObj((place) -> read(kind, place, type, request))
			.flatMap(Optional::stream)
			.filter(wanted)
			.findFirst();
	}

	/** Reads and deletes the cookie whose note is wanted, and leaves the others. */
	public <T> Optional<T> take(SignInCookies.Kind kind, Class<T> type, Predicate<T> wanted, HttpServletRequest request,
			HttpServletResponse response) {
		for (var place : places().boxed().toList()) {
			var note = read(kind, place, type, request).filter(wanted);
			if (note.isPresent()) {
				response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(kind, place, "", Duration.ZERO));
				return note;
			}
		}
		return Optional.empty();
	}

	private <T> Optional<T> read(SignInCookies.Kind kind, int place, Class<T> type, HttpServletRequest request) {
		return this.cookies.read(request, kind, place).flatMap((sealed) -> this.notes.open(kind.name(), sealed, type));
	}

	private static IntStream places() {
		return IntStream.range(0, MOST);
	}

}
