package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.platform.domain.Ids;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What everybody holds who keeps grants and consents: Spring's own in memory, and ours.
 */
abstract class GrantKit {

	private String name = "";

	abstract OAuth2AuthorizationService grants();

	abstract OAuth2AuthorizationConsentService consents();

	/** A signed-in user. */
	abstract BrowserUser person();

	@BeforeEach
	void createName() {
		this.name = Ids.next();
	}

	@Test
	void grantIsFoundByItsTokensOnly() {
		grants().save(SomeGrant.redeemed(person(), this.name).build());
		grants().save(SomeGrant.device(this.name).build());
		grants().save(SomeGrant.pushed(this.name).build());
		isFound("code-", "code");
		isFound("access-", "access_token");
		isFound("refresh-", "refresh_token");
		isFound("id-", "id_token");
		isFound("device-", "device_code");
		isFound("user-", "user_code");
		isFound("state-", "state");
	}

	private void isFound(String prefix, String kind) {
		var text = prefix + this.name;
		assertThat(find(text, kind)).as(kind).isNotNull();
		assertThat(grants().findByToken(text, null)).as("%s, of any kind", kind).isNotNull();
		var other = kind.equals("code") ? "refresh_token" : "code";
		assertThat(find(text, other)).as("%s as %s", kind, other).isNull();
		assertThat(find(text, "of no kind")).isNull();
		assertThat(find(text + "x", kind)).isNull();
		assertThat(grants().findByToken(text + "x", null)).isNull();
	}

	@Test
	void grantIsRestoredUnchanged() {
		var person = person();
		var saved = SomeGrant.redeemed(person, this.name).build();
		grants().save(saved);
		var found = found("access-" + this.name, "access_token");
		assertThat(found.getId()).isEqualTo(saved.getId());
		assertThat(found.getRegisteredClientId()).isEqualTo(SomeGrant.CLIENT);
		assertThat(found.getPrincipalName()).isEqualTo(person.getName());
		assertThat(found.getAuthorizationGrantType()).isEqualTo(saved.getAuthorizationGrantType());
		assertThat(found.getAuthorizedScopes()).isEqualTo(saved.getAuthorizedScopes());
		assertThat(found.<Principal>getAttribute(Principal.class.getName())).isEqualTo(person);
		isSame(Objects.requireNonNull(found.getAttribute(OAuth2AuthorizationRequest.class.getName())),
				SomeGrant.request(this.name));
		assertThat(found.getAccessToken()).isEqualTo(saved.getAccessToken());
		assertThat(found.getAccessToken().getToken().getScopes())
			.isEqualTo(saved.getAccessToken().getToken().getScopes());
		assertThat(found.getAccessToken().getToken().getTokenType()).isEqualTo(OAuth2AccessToken.TokenType.DPOP);
		assertThat(found("refresh-" + this.name, "refresh_token").getRefreshToken()).isEqualTo(saved.getRefreshToken());
		assertThat(found("code-" + this.name, "code").getToken(OAuth2AuthorizationCode.class))
			.isEqualTo(saved.getToken(OAuth2AuthorizationCode.class));
		var id = Objects.requireNonNull(found("id-" + this.name, "id_token").getToken(OidcIdToken.class));
		assertThat(id).isEqualTo(saved.getToken(OidcIdToken.class));
		assertThat(id.getToken().getClaims())
			.isEqualTo(Objects.requireNonNull(saved.getToken(OidcIdToken.class)).getToken().getClaims());
	}

	private static void isSame(OAuth2AuthorizationRequest found, OAuth2AuthorizationRequest saved) {
		assertThat(found).usingRecursiveComparison().ignoringFields("additionalParameters").isEqualTo(saved);
		assertThat(found.getAdditionalParameters().keySet()).isEqualTo(saved.getAdditionalParameters().keySet());
		assertThat(found.getAdditionalParameters()).containsEntry("a.b", "dotted")
			.containsEntry("$where", "1")
			.containsEntry("nul\u0000", "nul\u0000");
		assertThat((String[]) found.getAdditionalParameters().get("resource")).containsExactly("one", "two");
	}

	@Test
	void grantIsFoundById() {
		var saved = SomeGrant.redeemed(person(), this.name).build();
		grants().save(saved);
		var found = Objects.requireNonNull(grants().findById(saved.getId()));
		assertThat(found.getAuthorizedScopes()).isEqualTo(saved.getAuthorizedScopes());
		assertThat(grants().findById(Ids.next())).isNull();
	}

	@Test
	void deviceGrantIsRestoredUnchanged() {
		grants().save(SomeGrant.device(this.name).build());
		var found = found("user-" + this.name, "user_code");
		assertThat(found.<Set<String>>getAttribute("scope")).isEqualTo(Set.of("threads:read", "profile"));
		assertThat(found.<Principal>getAttribute(Principal.class.getName())).isNull();
		var person = person();
		grants().save(OAuth2Authorization.from(found)
			.principalName(person.getName())
			.attribute(Principal.class.getName(), person)
			.authorizedScopes(Set.of("threads:read"))
			.invalidate(token(found, OAuth2UserCode.class))
			.attributes((attributes) -> attributes.remove("scope"))
			.build());
		var given = found("device-" + this.name, "device_code");
		assertThat(given.<Principal>getAttribute(Principal.class.getName())).isEqualTo(person);
		assertThat(given.getPrincipalName()).isEqualTo(person.getName());
		assertThat(given.<Set<String>>getAttribute("scope")).isNull();
		assertThat(Objects.requireNonNull(given.getToken(OAuth2UserCode.class)).isInvalidated()).isTrue();
		assertThat(Objects.requireNonNull(given.getToken(OAuth2DeviceCode.class)).isActive()).isTrue();
	}

	@Test
	void invalidatedTokenIsFoundAsInvalid() {
		grants().save(SomeGrant.redeemed(person(), this.name).build());
		var found = found("code-" + this.name, "code");
		assertThat(Objects.requireNonNull(found.getToken(OAuth2AuthorizationCode.class)).isInvalidated()).isTrue();
		assertThat(found.getAccessToken().isActive()).isTrue();
		grants().save(OAuth2Authorization.from(found)
			.invalidate(Objects.requireNonNull(found.getRefreshToken()).getToken())
			.build());
		var access = found("access-" + this.name, "access_token").getAccessToken();
		assertThat(access.isInvalidated()).isTrue();
		assertThat(access.getClaims()).containsEntry("ver", 3);
		assertThat(Objects.requireNonNull(found("refresh-" + this.name, "refresh_token").getRefreshToken()).isActive())
			.isFalse();
	}

	@Test
	void stateIsFoundUntilAnswered() {
		grants().save(SomeGrant.asked(person(), this.name).build());
		var asked = found("state-" + this.name, "state");
		assertThat(asked.<String>getAttribute("state")).isEqualTo("state-" + this.name);
		grants().save(OAuth2Authorization.from(asked)
			.token(new OAuth2AuthorizationCode("code-" + this.name, SomeGrant.NOW, SomeGrant.NOW.plusSeconds(300)))
			.attributes((attributes) -> attributes.remove("state"))
			.build());
		assertThat(find("state-" + this.name, "state")).isNull();
		assertThat(found("code-" + this.name, "code").getId()).isEqualTo(asked.getId());
	}

	@Test
	void replacedTokenIsNotFound() {
		grants().save(SomeGrant.redeemed(person(), this.name).build());
		for (int i = 1; i <= 2; i++) {
			var before = (i == 1) ? "refresh-" + this.name : "refresh-1" + this.name;
			var found = found(before, "refresh_token");
			grants().save(OAuth2Authorization.from(found)
				.token(SomeGrant.access("access-" + i + this.name))
				.refreshToken(SomeGrant.refresh("refresh-" + i + this.name))
				.build());
			assertThat(find(before, "refresh_token")).isNull();
		}
		assertThat(find("access-" + this.name, "access_token")).isNull();
		assertThat(find("access-1" + this.name, "access_token")).isNull();
		assertThat(found("access-2" + this.name, "access_token").getAccessToken().isActive()).isTrue();
		assertThat(Objects.requireNonNull(found("refresh-2" + this.name, "refresh_token").getRefreshToken()).getToken())
			.isEqualTo(SomeGrant.refresh("refresh-2" + this.name));
		assertThat(found("id-" + this.name, "id_token").getToken(OidcIdToken.class)).isNotNull();
		assertThat(found("code-" + this.name, "code").getToken(OAuth2RefreshToken.class)).isNotNull();
	}

	@Test
	void removedGrantIsNotFound() {
		grants().save(SomeGrant.pushed(this.name).build());
		var pushed = found("state-" + this.name, "state");
		grants().remove(pushed);
		assertThat(find("state-" + this.name, "state")).isNull();
		assertThat(grants().findById(pushed.getId())).isNull();
		grants().remove(pushed);
	}

	@Test
	void consentIsStoredPerAppAndUser() {
		var person = this.name;
		assertThat(consents().findById(SomeGrant.CLIENT, person)).isNull();
		var consent = OAuth2AuthorizationConsent.withId(SomeGrant.CLIENT, person)
			.scope("openid")
			.scope("threads:read")
			.build();
		consents().save(consent);
		assertThat(consents().findById(SomeGrant.CLIENT, person)).isEqualTo(consent);
		assertThat(consents().findById(SomeGrant.CLIENT, "x" + person)).isNull();
		assertThat(consents().findById("x" + SomeGrant.CLIENT, person)).isNull();
		var less = OAuth2AuthorizationConsent.withId(SomeGrant.CLIENT, person).scope("profile").build();
		consents().save(less);
		assertThat(consents().findById(SomeGrant.CLIENT, person)).isEqualTo(less);
		consents().remove(less);
		assertThat(consents().findById(SomeGrant.CLIENT, person)).isNull();
		consents().remove(less);
	}

	private OAuth2Authorization found(String text, String kind) {
		return Objects.requireNonNull(find(text, kind), text);
	}

	private @Nullable OAuth2Authorization find(String text, String kind) {
		return grants().findByToken(text, new OAuth2TokenType(kind));
	}

	private static <T extends OAuth2Token> T token(OAuth2Authorization grant, Class<T> type) {
		return Objects.requireNonNull(grant.getToken(type)).getToken();
	}

}
