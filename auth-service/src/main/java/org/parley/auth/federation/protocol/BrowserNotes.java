package org.parley.auth.federation.protocol;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import org.parley.auth.user.cookie.SignInCookies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Keeps the steps of a sign-in in encrypted cookies of the browser that began it. */
@Component
public class BrowserNotes {

	/** Tabs of a browser that sign in at once; the sizes of headers are limited. */
	private static final int MOST = 4;

	private final AesGcmCipher cipher;

	private final SignInCookies cookies;

	private final JsonMapper json;

	BrowserNotes(AtRestCiphers atRestCiphers, SignInCookies cookies, JsonMapper json) {
		this.cipher = atRestCiphers.of("federation");
		this.cookies = cookies;
		this.json = json;
	}

	/**
	 * Sets a cookie besides others of its kind, or in place of one when there are too
	 * many.
	 */
	public void add(SignInCookies.Kind kind, Object note, Duration lifetime, HttpServletRequest request,
			HttpServletResponse response) {
		var place = places().filter((one) -> this.cookies.read(request, kind, one).isEmpty())
			.findFirst()
			.orElseGet(() -> ThreadLocalRandom.current().nextInt(MOST));
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(kind, place, seal(kind.name(), note), lifetime));
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
		return this.cookies.read(request, kind, place).flatMap((sealed) -> open(kind.name(), sealed, type));
	}

	private static IntStream places() {
		return IntStream.range(0, MOST);
	}

	/** Encrypts a note for an address or a cookie. */
	public String seal(String name, Object note) {
		var sealed = this.cipher.seal(this.json.writeValueAsString(note), name);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Base64.getDecoder().decode(sealed));
	}

	/** Decrypts a note; empty when it was encrypted otherwise, or forged. */
	public <T> Optional<T> open(String name, String sealed, Class<T> type) {
		try {
			var text = Base64.getEncoder()
				.encodeToString(Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.UTF_8)));
			return Optional.of(this.json.readValue(this.cipher.open(text, name), type));
		}
		catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException | JacksonException ex) {
			return Optional.empty();
		}
	}

}
