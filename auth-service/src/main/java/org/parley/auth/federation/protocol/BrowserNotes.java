package org.parley.auth.federation.protocol;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

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

	private final AesGcmCipher cipher;

	private final SignInCookies cookies;

	private final JsonMapper json;

	BrowserNotes(AtRestCiphers atRestCiphers, SignInCookies cookies, JsonMapper json) {
		this.cipher = atRestCiphers.of("federation");
		this.cookies = cookies;
		this.json = json;
	}

	/** Sets the cookie. */
	public void write(SignInCookies.Kind kind, Object note, Duration lifetime, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.set(kind, seal(kind.name(), note), lifetime));
	}

	/** Reads the cookie; empty when it is invalid. */
	public <T> Optional<T> read(SignInCookies.Kind kind, Class<T> type, HttpServletRequest request) {
		return this.cookies.read(request, kind).flatMap((sealed) -> open(kind.name(), sealed, type));
	}

	/** Deletes the cookie. */
	public void delete(SignInCookies.Kind kind, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.end(kind));
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
