package org.parley.auth.oauth.app;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.StoredAppSecret;
import org.parley.auth.tokens.secret.OpaqueSecret;

/**
 * An app as its owner and administrators see it.
 *
 * @param ownerId id of the owner; null for apps of the operator
 * @param description purpose of the app, or empty
 * @param clientSecret shown only when it is created
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
		boolean parRequired, boolean pkceOptional, boolean formPost, boolean disabled, List<Secret> secrets,
		Instant createdAt, Instant changedAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(
				example = "parley_app_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE") @Nullable String clientSecret) {

	static OwnedAppView of(OAuthClient app, Instant now) {
		return of(app, null, now);
	}

	static OwnedAppView of(OAuthClient app, @Nullable OpaqueSecret secret, Instant now) {
		var terms = app.terms();
		return new OwnedAppView(app.id(), app.owner().orElse(null), terms.name(), terms.description(), terms.homePage(),
				terms.logoUrl(), terms.kind().text(), terms.redirectUris(), terms.postLogoutRedirectUris(),
				terms.scopes(), terms.dpopRequired(), terms.parRequired(), app.compatibility().pkceOptional(),
				app.compatibility().formPost(), !app.isActive(), app.secrets(now).stream().map(Secret::of).toList(),
				app.createdAt(), app.changedAt(), (secret != null) ? secret.text() : null);
	}

	/** Omits the secret. Entity tags are derived from this. */
	@Override
	public String toString() {
		return "OwnedAppView" + List.of(this.id, String.valueOf(this.ownerId), this.name, this.description,
				String.valueOf(this.homePage), String.valueOf(this.logoUrl), this.kind, this.redirectUris,
				this.postLogoutRedirectUris, this.scopes, this.dpopRequired, this.parRequired, this.pkceOptional,
				this.formPost, this.disabled, this.secrets, this.createdAt, this.changedAt);
	}

	/**
	 * Metadata of a secret.
	 *
	 * @param until end of its validity; null for the latest
	 */
	@Schema(name = "AppSecret")
	record Secret(Instant createdAt, @Nullable Instant until) {

		static Secret of(StoredAppSecret secret) {
			return new Secret(secret.createdAt(), secret.until());
		}

	}

}
