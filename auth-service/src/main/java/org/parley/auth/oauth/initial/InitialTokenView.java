package org.parley.auth.oauth.initial;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token by which programs register themselves, as administrators see it.
 *
 * @param id never changes
 * @param description for whom it is
 * @param givenBy which administrator gave it, by id
 * @param kinds of apps that it is for
 * @param scopes that those apps may ask for
 * @param uses how many apps may be registered with it
 * @param left how many more
 * @param createdAt when it was given
 * @param expiresAt when it counts no more
 * @param token told when it is made, and never again
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

	static InitialTokenView of(InitialToken token) {
		return of(token, null);
	}

	static InitialTokenView of(InitialToken token, @Nullable InitialSecret secret) {
		return new InitialTokenView(token.id(), token.description(), token.givenBy(), token.kinds(), token.scopes(),
				token.uses(), token.left(), token.createdAt(), token.expiresAt(),
				(secret != null) ? secret.text() : null);
	}

	/** Without the token: this is what entity tags are made of. */
	@Override
	public String toString() {
		return "InitialTokenView[" + this.id + ", " + this.left + "]";
	}

}
