package org.parley.auth.federation.provider;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class IdentityProviderTermsTests {

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "", "ftp://a.example", "http://a.example", "https://a.example/?b",
			"https://a.example/#b", "https://u:p@a.example", "https://a b", "https:///a" })
	void issuerIsAnAddressWithTls(String issuer) {
		refused(issuer, IdentityProviderKind.OIDC, false, "identity-provider.issuer");
	}

	@Test
	void issuerMayLackTlsInDevelopment() {
		assertThatNoException().isThrownBy(() -> terms("http://a.example").validated(IdentityProviderKind.OIDC, true));
		refused("ftp://a.example", IdentityProviderKind.OIDC, true, "identity-provider.issuer");
	}

	@Test
	void onlyADiscourseSiteHasAQuery() {
		assertThatNoException()
			.isThrownBy(() -> terms("https://a.example/?b").validated(IdentityProviderKind.DISCOURSE, false));
	}

	@Test
	void microsoftIssuerNamesOneTenant() {
		refused("https://login.microsoftonline.com/common/v2.0", IdentityProviderKind.MICROSOFT, false,
				"identity-provider.tenant");
		assertThatNoException().isThrownBy(() -> terms("https://login.microsoftonline.com/a-tenant/v2.0")
			.validated(IdentityProviderKind.MICROSOFT, false));
	}

	@Test
	void googleHasOneIssuer() {
		refused("https://accounts.example.org", IdentityProviderKind.GOOGLE, false, "identity-provider.google");
		assertThatNoException()
			.isThrownBy(() -> terms("https://accounts.google.com").validated(IdentityProviderKind.GOOGLE, false));
	}

	private static void refused(String issuer, IdentityProviderKind kind, boolean httpAllowed, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> terms(issuer).validated(kind, httpAllowed))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement().satisfies((error) -> {
				assertThat(error.field()).isEqualTo("issuer");
				assertThat(error.code()).isEqualTo(code);
			}));
	}

	private static IdentityProviderTerms terms(String issuer) {
		return new IdentityProviderTerms("Example", issuer, "a-client", false, true, false, 0, null, List.of());
	}

}
