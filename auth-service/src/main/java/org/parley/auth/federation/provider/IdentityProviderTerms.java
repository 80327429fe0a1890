package org.parley.auth.federation.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableText;

/**
 * The settings of a provider, by an administrator.
 *
 * @param issuer address that identifies it, compared exactly
 * @param clientId by which it knows this site; empty for DiscourseConnect
 * @param trusted whether mail addresses that it has verified count as verified here
 * @param groupsClaim claim that decides on the membership in groups, perhaps a path with
 * dots; null if none does
 * @param groupRules which value of the claim stands for which group
 */
public record IdentityProviderTerms(String name, String issuer, String clientId, boolean trusted, boolean enabled,
		boolean onlyWayIn, int position, @Nullable String groupsClaim, List<GroupRule> groupRules) {

	/** Old documents have no rules. */
	public IdentityProviderTerms {
		groupRules = Objects.requireNonNullElse(groupRules, List.of());
	}

	/**
	 * Checks the issuer.
	 * @param httpAllowed whether the issuer may lack TLS, in development
	 * @throws RefusalException 400 about {@code issuer}
	 */
	IdentityProviderTerms validated(IdentityProviderKind kind, boolean httpAllowed) {
		var address = address(this.issuer).orElseThrow(IdentityProviderTerms::invalid);
		var secure = "https".equals(address.getScheme()) || (httpAllowed && "http".equals(address.getScheme()));
		if (!secure || address.getHost() == null || address.getUserInfo() != null
				|| (address.getRawQuery() != null && kind != IdentityProviderKind.DISCOURSE)
				|| address.getRawFragment() != null) {
			throw invalid();
		}
		if (kind == IdentityProviderKind.MICROSOFT
				&& Stream.of("/common/", "/organizations/", "/consumers/").anyMatch(this.issuer::contains)) {
			throw RefusalException.field("issuer", "identity-provider.tenant", "must name one tenant");
		}
		if (kind == IdentityProviderKind.GOOGLE && !kind.issuer().equals(Optional.of(this.issuer))) {
			throw RefusalException.field("issuer", "identity-provider.google", "must be https://accounts.google.com");
		}
		return this;
	}

	private static Optional<URI> address(String text) {
		try {
			return Optional.of(new URI(text));
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

	private static RefusalException invalid() {
		return RefusalException.field("issuer", "identity-provider.issuer",
				"must be an https address without a query and a fragment");
	}

	/**
	 * A value of the claim that stands for a group.
	 *
	 * @param value compared exactly
	 */
	@Schema(name = "GroupRule")
	public record GroupRule(@Schema(example = "staff") @NotNull @StorableText(min = 1, max = 200) String value,
			@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") @NotNull @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
					message = "must be the id of a group") String group) {
	}

}
