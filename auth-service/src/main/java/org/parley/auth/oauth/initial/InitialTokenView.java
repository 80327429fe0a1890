package org.parley.auth.oauth.initial;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.secret.OpaqueSecret;

/**
 * An initial access token as administrators see it.
 *
 * @param token shown only when it is created
 */
@Schema(name = "RegistrationToken")
record InitialTokenView(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String id,
		@Schema(example = "for the makers of the reading list") String description,
		@Schema(example = "01KAG2T1A3B5C7D9E1F3G5H7J9") String givenBy,
		@Schema(example = "[\"web\"]") List<String> kinds,
		@Schema(example = "[\"openid\", \"threads:read\"]") List<String> scopes, @Schema(example = "1") int uses,
		@Schema(example = "1") int left, Instant createdAt, Instant expiresAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				example = "parley_init_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String token) {

	static InitialTokenView of(InitialToken token, @Nullable OpaqueSecret secret) {
		return new InitialTokenView(token.id(), token.description(), token.givenBy(), token.kinds(), token.scopes(),
				token.uses(), token.left(), token.createdAt(), token.expiresAt(),
				(secret != null) ? secret.text() : null);
	}

	/** Omits the token. Entity tags are derived from this. */
	@Override
	public String toString() {
		return "InitialTokenView[%s, %s, %s, %s, %s, %d, %d, %s, %s]".formatted(this.id, this.description, this.givenBy,
				this.kinds, this.scopes, this.uses, this.left, this.createdAt, this.expiresAt);
	}

}
