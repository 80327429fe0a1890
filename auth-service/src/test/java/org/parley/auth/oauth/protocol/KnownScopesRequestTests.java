package org.parley.auth.oauth.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class KnownScopesRequestTests {

	@ParameterizedTest
	@CsvSource({ "openid profile groups, openid profile", "offline_access openid, openid",
			"openid email profile offline_access groups roles, openid email profile",
			"openid https://graph.microsoft.com/User.Read, openid", "openid OPENID, openid",
			"openid  profile, openid profile", "openid admin, openid admin",
			"openid parley address phone, openid parley", "groups, groups",
			"groups offline_access, groups offline_access", "openid, openid", "'', ''" })
	void unknownScopesAreIgnored(String requested, String understood) {
		var request = new MockHttpServletRequest();
		request.setParameter("scope", requested);
		request.setParameter("state", "x");
		var read = KnownScopesRequest.of(request);
		assertThat(read.getParameter("scope")).isEqualTo(understood);
		assertThat(read.getParameterValues("scope")).containsExactly(understood);
		assertThat(read.getParameterMap().get("scope")).containsExactly(understood);
		assertThat(read.getParameterMap()).containsOnlyKeys("scope", "state");
		assertThat(read.getParameter("state")).isEqualTo("x");
	}

	/** Each is one field of the consent page. */
	@Test
	void severalFieldsStay() {
		var request = new MockHttpServletRequest();
		request.setParameter("scope", "openid", "unknown");
		assertThat(KnownScopesRequest.of(request)).isSameAs(request);
		assertThat(KnownScopesRequest.of(new MockHttpServletRequest()).getParameter("scope")).isNull();
	}

}
