package org.parley.auth.tokens.key;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.Data;
import org.parley.platform.web.EntityTagResponses;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators read and rotate the signing keys. */
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
	@Operation(summary = "List the signing keys of access tokens, oldest first")
	ResponseEntity<Data<List<Listed>>> list() {
		return EntityTagResponses.of(listed());
	}

	@PostMapping("/rotate")
	@ResponseStatus(HttpStatus.OK)
	@Operation(summary = "Rotate the signing keys; tokens signed with the previous key stay valid until they expire")
	ResponseEntity<Data<List<Listed>>> rotate(Caller caller, ClientDevice clientDevice) {
		this.signingKeyRotation.rotate(caller, clientDevice);
		return EntityTagResponses.of(listed());
	}

	private Data<List<Listed>> listed() {
		return new Data<>(this.keys.findAll().stream().map((key) -> Listed.of(key, this.settings)).toList());
	}

	/**
	 * A signing key.
	 *
	 * @param state {@code upcoming}: published, not yet used; {@code active}: signs;
	 * {@code retiring}: verifies tokens that it has signed
	 * @param createdAt when the key was generated and published
	 * @param activeAt when it became active, or null
	 * @param changesAt the earliest time of the next state change; a retiring key is
	 * deleted then
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
