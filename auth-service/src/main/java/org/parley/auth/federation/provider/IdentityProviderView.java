package org.parley.auth.federation.provider;

import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProviderTerms.GroupRule;

/**
 * A provider as administrators see it, without its secret.
 *
 * @param id part of its addresses
 * @param kind {@code oidc}, {@code google}, {@code microsoft}, {@code github} or
 * {@code discourse}
 * @param name on its button
 * @param issuer address of the issuer
 * @param clientId that the provider has issued; empty for DiscourseConnect
 * @param trusted whether mail addresses that it has verified count as verified here
 * @param enabled whether people can sign in with it
 * @param onlyWayIn whether people can sign in with nothing else
 * @param position among the buttons, lowest first
 * @param groupsClaim claim that decides on the membership in groups, or null
 * @param groupRules which value of the claim stands for which group
 * @param redirectUri to register at the provider
 * @param createdAt when it was added
 */
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
