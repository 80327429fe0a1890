package org.parley.auth.oauth.app;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppSecret;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.StoredAppSecret;

/**
 * An app as its owner and administrators see it.
 *
 * @param id its {@code client_id}
 * @param ownerId whose it is; null for those of the operator
 * @param name as people see it
 * @param description what it is for, or empty
 * @param homePage where more is told, or null
 * @param logoUrl its picture, or null
 * @param kind where it runs, which decides how it asks
 * @param redirectUris where people come back who were asked
 * @param postLogoutRedirectUris where people come back who signed out
 * @param scopes what it may ask for
 * @param dpopRequired whether its tokens count only with a key of its own
 * @param parRequired whether it asks beforehand, without the browser
 * @param disabled whether an administrator has shut it out
 * @param secrets those that count, the latest first
 * @param createdAt when it was registered
 * @param changedAt when it was last changed
 * @param clientSecret told when it is made, and never again
 */
@Schema(name = "App")
record OwnedAppView(@Schema(example = "01KAG2VC5E7G9J1K3M5N7P9Q1R") String id,
		@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Nullable String ownerId,
		@Schema(example = "Reading list") String name, @Schema(example = "Keeps threads for later.") String description,
		@Schema(example = "https://reading.example.org") @Nullable String homePage,
		@Schema(example = "https://reading.example.org/logo.png") @Nullable String logoUrl,
		@Schema(example = "web") String kind,
		@Schema(example = "[\"https://reading.example.org/back\"]") List<String> redirectUris,
		@Schema(example = "[\"https://reading.example.org/\"]") List<String> postLogoutRedirectUris,
		@Schema(example = "[\"openid\", \"threads:read\"]") List<String> scopes, boolean dpopRequired,
		boolean parRequired, boolean disabled, List<Secret> secrets, Instant createdAt, Instant changedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				example = "parley_app_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String clientSecret) {

	static OwnedAppView of(OAuthClient app, Instant now) {
		return of(app, null, now);
	}

	static OwnedAppView of(OAuthClient app, @Nullable AppSecret secret, Instant now) {
		var terms = app.terms();
		return new OwnedAppView(app.id(), app.owner().orElse(null), terms.name(), terms.description(), terms.homePage(),
				terms.logoUrl(), terms.kind().text(), terms.redirectUris(), terms.postLogoutRedirectUris(),
				terms.scopes(), terms.dpopRequired(), terms.parRequired(), !app.isActive(),
				app.secrets(now).stream().map(Secret::of).toList(), app.createdAt(), app.changedAt(),
				(secret != null) ? secret.text() : null);
	}

	/** Without the secret: this is what entity tags are made of. */
	@Override
	public String toString() {
		return "OwnedAppView[" + this.id + ", " + this.changedAt + ", " + this.secrets + "]";
	}

	/**
	 * A secret, of which nobody has more than this.
	 *
	 * @param createdAt when it was made
	 * @param until when it counts no more, or null for the latest
	 */
	@Schema(name = "AppSecret")
	record Secret(Instant createdAt, @Nullable Instant until) {

		static Secret of(StoredAppSecret kept) {
			return new Secret(kept.createdAt(), kept.until());
		}

	}

}
