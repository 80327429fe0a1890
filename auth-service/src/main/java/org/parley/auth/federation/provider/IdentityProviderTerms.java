package org.parley.auth.federation.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.platform.domain.RefusalException;

/**
 * The settings of a provider, by an administrator.
 *
 * @param name on its button
 * @param issuer address that identifies it, compared exactly
 * @param clientId by which it knows this site; empty for DiscourseConnect
 * @param trusted whether mail addresses that it has verified count as verified here
 * @param enabled whether people can sign in with it
 * @param onlyWayIn whether people can sign in with nothing else
 * @param position among the buttons, lowest first
 */
public record IdentityProviderTerms(String name, String issuer, String clientId, boolean trusted, boolean enabled,
		boolean onlyWayIn, int position) {

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

}
