package org.parley.auth.oauth.consent;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Where nobody registers apps there are none; whoever keeps them takes these places. */
@Configuration(proxyBeanMethods = false)
class UnconnectedApps {

	@Bean
	@ConditionalOnMissingBean
	RegisteredClientRepository noApps() {
		return new NoApps();
	}

	@Bean
	@ConditionalOnMissingBean
	OAuth2AuthorizationService noAuthorizations() {
		return new InMemoryOAuth2AuthorizationService();
	}

	@Bean
	@ConditionalOnMissingBean
	OAuth2AuthorizationConsentService noConsents() {
		return new InMemoryOAuth2AuthorizationConsentService();
	}

	@Bean
	@ConditionalOnMissingBean
	GrantedApps noGrantedApps() {
		return new NoGrantedApps();
	}

	private static final class NoApps implements RegisteredClientRepository {

		@Override
		public void save(RegisteredClient app) {
			throw new UnsupportedOperationException("Nobody keeps apps here");
		}

		@Override
		public @Nullable RegisteredClient findById(String id) {
			return null;
		}

		@Override
		public @Nullable RegisteredClient findByClientId(String clientId) {
			return null;
		}

	}

	private static final class NoGrantedApps implements GrantedApps {

		@Override
		public List<GrantedApp> of(String userId) {
			return List.of();
		}

		@Override
		public void withdraw(String userId, String appId, Client client) {
			// None has access.
		}

	}

}
