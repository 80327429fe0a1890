package org.parley.auth.tokens.note;

import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Encrypts what a browser keeps in a cookie, an address or a form, as JSON. */
@Component
public class SealedNotes {

	private final AesGcmCipher cipher;

	private final JsonMapper json;

	SealedNotes(AtRestCiphers atRestCiphers, JsonMapper json) {
		this.cipher = atRestCiphers.of("notes");
		this.json = json;
	}

	/** Encrypts a note, which decrypts under the same name only. */
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
