package org.parley.auth.oauth.person;

import java.util.Objects;
import java.util.Optional;

import org.parley.auth.tokens.key.SigningKeyStore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Reads ID tokens by which apps say whom they mean. An expired one is valid as long as
 * the key that signed it is published.
 */
@Component
public class IdTokenHints {

	private final JwtDecoder decoder;

	IdTokenHints(SigningKeyStore keys, @Value("${parley.public-url}") String issuer) {
		var verifying = NimbusJwtDecoder.withJwkSource(keys).build();
		verifying.setJwtValidator(new JwtIssuerValidator(issuer));
		this.decoder = verifying;
	}

	/**
	 * Reads an ID token, whose {@code azp} equals its only audience; empty for others.
	 */
	public Optional<Jwt> read(String text) {
		try {
			return Optional.of(this.decoder.decode(text))
				.filter((token) -> token.getAudience() != null && token.getAudience().size() == 1
						&& Objects.equals(token.getClaimAsString("azp"), token.getAudience().getFirst()));
		}
		catch (JwtException ex) {
			return Optional.empty();
		}
	}

	/** The id of the user that an ID token of an app names. */
	public Optional<String> subjectOf(String text, String clientId) {
		return read(text).filter((token) -> token.getAudience().contains(clientId)).map(Jwt::getSubject);
	}

}
