package org.parley.auth.tokens.key;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.security.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signing keys, for administrators. */
@RestController
@RequestMapping("/api/v1/admin/keys")
@Tag(name = "Administration")
class KeyController {

	private final SigningKeyStore keys;

	private final SigningKeyRotation signingKeyRotation;

	private final KeySettings settings;

	KeyController(SigningKeyStore keys, SigningKeyRotation signingKeyRotation, KeySettings settings) {
		this.keys = keys;
		this.signingKeyRotation = signingKeyRotation;
		this.settings = settings;
	}

	@GetMapping
	@Operation(summary = "The keys of access tokens, the oldest first")
	ResponseEntity<Data<List<Listed>>> list() {
		return EntityTagResponses.of(listed());
	}

	@PostMapping("/rotate")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Let the next key sign; what the one before has signed counts until it expires")
	ResponseEntity<Data<List<Listed>>> rotate(Caller caller, ClientDevice clientDevice) {
		this.signingKeyRotation.rotate(caller, clientDevice);
		return EntityTagResponses.of(listed());
	}

	private Data<List<Listed>> listed() {
		return new Data<>(this.keys.all().stream().map((key) -> Listed.of(key, this.settings)).toList());
	}

	/**
	 * A signing key.
	 *
	 * @param kid names it in tokens
	 * @param state {@code upcoming}: published and does not sign yet; {@code active}:
	 * signs; {@code retiring}: has signed tokens that still count
	 * @param createdAt when it was made and published
	 * @param activeAt since when it signs or has signed, or null
	 * @param retiredAt since when it signs no more, or null
	 * @param changesAt when its state changes, at the earliest; a retiring one ends
	 */
	@Schema(name = "SigningKey")
	record Listed(@Schema(example = "01KAG2V0C4E6G8J0K2M4N6P8QR") String kid, @Schema(example = "active") String state,
			Instant createdAt, @Nullable Instant activeAt, @Nullable Instant retiredAt, Instant changesAt) {

		static Listed of(SigningKey key, KeySettings settings) {
			return new Listed(key.kid(), key.state().name().toLowerCase(Locale.ROOT), key.createdAt(), key.activeAt(),
					key.retiredAt(), key.changesAt(settings));
		}

	}

}
