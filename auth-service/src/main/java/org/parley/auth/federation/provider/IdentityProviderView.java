package org.parley.auth.federation.provider;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;

/** A provider as administrators see it, without its secret. */
@Schema(name = "IdentityProvider")
record IdentityProviderView(@Schema(example = "google") String id, @Schema(example = "google") String kind,
		@Schema(example = "Google") String name, @Schema(example = "https://accounts.google.com") String issuer,
		@Schema(example = "1234.apps.googleusercontent.com") String clientId, boolean trusted, boolean enabled,
		boolean onlyWayIn, @Schema(example = "0") int position,
		@Schema(example = "groups") @Nullable String groupsClaim, List<GroupRule> groupRules,
		@Schema(example = "https://forum.example.org/oauth2/federation/google/callback") String redirectUri,
		Instant createdAt) {

	static IdentityProviderView of(IdentityProvider provider, String redirectUri) {
		var terms = provider.terms();
		return new IdentityProviderView(provider.id(), provider.kind().text(), terms.name(), terms.issuer(),
				terms.clientId(), terms.trusted(), terms.enabled(), terms.onlyWayIn(), terms.position(),
				terms.groupsClaim(), terms.groupRules(), redirectUri, provider.createdAt());
	}

}
