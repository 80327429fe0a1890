package org.parley.auth;

import java.security.SecureRandom;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.platform.security.AccessRules;
import org.parley.platform.security.TokenlessPaths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;

/** The access rules of this service; requests without a rule are denied. */
@Configuration(proxyBeanMethods = false)
class AuthAccess {

	/** Where people come without a token, or with one that has ended. */
	private static final Set<String> ENTRANCES = Set.of("/api/v1/auth/register", "/api/v1/auth/login",
			"/api/v1/auth/refresh", "/api/v1/auth/verify-email", "/api/v1/auth/forgot-password",
			"/api/v1/auth/reset-password", "/api/v1/auth/confirm-email", "/api/v1/auth/restore-email",
			"/api/v1/auth/restore-account", "/api/v1/auth/passkeys/sign-in-options", "/api/v1/auth/passkeys/sign-in",
			"/api/v1/auth/passkeys/newcomer-options", "/api/v1/auth/passkeys/register");

	@Bean
	AccessRules accessRules(RoleHierarchy roles) {
		return (requests) -> requests.requestMatchers("/.well-known/**")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/oauth2/jwks", "/internal/revocations", "/api/v1/auth/registration")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/internal/personal-tokens/exchange", "/internal/accounts")
			.permitAll()
			.requestMatchers(HttpMethod.GET, "/api/v1/auth/identity-providers", "/api/v1/brand/**")
			.permitAll()
			.requestMatchers(ENTRANCES.toArray(String[]::new))
			.permitAll()
			.requestMatchers("/api/v1/setup")
			.permitAll()
			.requestMatchers("/api/v1/admin/oauth-registration-tokens/**", "/api/v1/admin/identity-providers/**",
					"/api/v1/admin/registration", "/api/v1/admin/invitations/**", "/api/v1/admin/discourse-sites/**",
					"/api/v1/admin/directory-tokens/**")
			.access(AccessRules.firstParty("admin", roles))
			.requestMatchers("/api/v1/admin/**")
			.access(AccessRules.may("admin", "admin", roles))
			.requestMatchers(HttpMethod.GET, "/api/v1/users/me")
			.access(AccessRules.may("user", "profile", roles))
			.requestMatchers("/api/v1/users/me/**", "/api/v1/auth/**")
			.access(AccessRules.firstParty("user", roles))
			.requestMatchers(HttpMethod.GET, "/api/v1/users/{username}/invited")
			.access(AccessRules.firstParty("moderator", roles))
			.requestMatchers(HttpMethod.GET, "/api/v1/users/{username}")
			.permitAll();
	}

	/** Paths where an invalid token in the request is ignored. */
	@Bean
	TokenlessPaths tokenlessPaths() {
		return new TokenlessPaths(Stream.concat(ENTRANCES.stream(), Stream.of("/internal/personal-tokens/exchange"))
			.collect(Collectors.toSet()));
	}

	@Bean
	RandomGenerator randomGenerator() {
		return new SecureRandom();
	}

}
