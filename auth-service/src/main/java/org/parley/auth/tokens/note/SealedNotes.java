package org.parley.auth.tokens.note;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.tokens.key.AtRestCiphers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Encrypts what a browser keeps in a cookie, an address or a form, as JSON. It is
 * compressed, because browsers drop cookies of more than 4,096 bytes.
 */
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
		var content = new ByteArrayOutputStream();
		// Writing closes the stream.
		this.json.writeValue(new DeflaterOutputStream(content), note);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(this.cipher.seal(content.toByteArray(), name));
	}

	/** Decrypts a note; empty when it was encrypted otherwise, or forged. */
	public <T> Optional<T> open(String name, String sealed, Class<T> type) {
		try {
			var content = this.cipher.open(Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.UTF_8)),
					name);
			return Optional.of(this.json.readValue(new InflaterInputStream(new ByteArrayInputStream(content)), type));
		}
		catch (IllegalStateException | IllegalArgumentException | BufferUnderflowException | JacksonException ex) {
			return Optional.empty();
		}
	}

}
