package org.parley.auth.signin.passkey.webauthn;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A passkey's signature for a sign-in, as {@code PublicKeyCredential.toJSON} writes it.
 * Unknown properties are ignored.
 *
 * @param id of the credential, base64url
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson">Web
 * Authentication Level 3</a>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "PasskeyAssertion")
public record Assertion(
		@Schema(example = "sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @NotNull @Size(min = 1,
				max = 1364) @Pattern(regexp = Attestation.BASE64URL, message = "must be base64url") String id,
		@NotNull @Valid Response response) {

	/**
	 * The response of the authenticator.
	 *
	 * @param clientDataJSON data of the browser, base64url
	 * @param authenticatorData data of the authenticator, base64url
	 * @param signature of both, base64url
	 * @param userHandle id of the passkey's owner, base64url
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@Schema(name = "PasskeyAssertionResponse")
	public record Response(
			@Schema(example = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0") @NotNull @Size(min = 1, max = 4096) @Pattern(
					regexp = Attestation.BASE64URL, message = "must be base64url") String clientDataJSON,
			@Schema(example = "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ") @NotNull @Size(min = 1,
					max = 4096) @Pattern(regexp = Attestation.BASE64URL,
							message = "must be base64url") String authenticatorData,
			@Schema(example = "MEUCIQDx") @NotNull @Size(min = 1, max = 4096) @Pattern(regexp = Attestation.BASE64URL,
					message = "must be base64url") String signature,
			@Schema(example = "MDFLQUcyVjdROFg0TTZUME4zUjVXOVlaQUI") @NotNull @Size(min = 1, max = 88) @Pattern(
					regexp = Attestation.BASE64URL, message = "must be base64url") String userHandle) {
	}

}
