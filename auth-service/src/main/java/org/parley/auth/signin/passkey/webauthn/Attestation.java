package org.parley.auth.signin.passkey.webauthn;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new passkey, as {@code PublicKeyCredential.toJSON} writes it. Unknown properties are
 * ignored.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson">Web
 * Authentication Level 3</a>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "PasskeyAttestation")
public record Attestation(@NotNull @Valid Response response) {

	static final String BASE64URL = "[A-Za-z0-9_-]+";

	/**
	 * The response of the authenticator.
	 *
	 * @param clientDataJSON data of the browser, base64url
	 * @param attestationObject the new key, base64url
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@Schema(name = "PasskeyAttestationResponse")
	public record Response(
			@Schema(example = "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0") @NotNull @Size(min = 1,
					max = 4096) @Pattern(regexp = BASE64URL, message = "must be base64url") String clientDataJSON,
			@Schema(example = "o2NmbXRkbm9uZWdhdHRTdG10oA") @NotNull @Size(min = 1,
					max = 65536) @Pattern(regexp = BASE64URL, message = "must be base64url") String attestationObject,
			@Schema(example = "[\"internal\"]") @Size(max = 10,
					message = "must have at most 10 items") @Nullable List<@NotNull(
							message = "must not be null") @Pattern(regexp = "[a-z-]{1,32}",
									message = "must be names of transports") String> transports) {
	}

}
