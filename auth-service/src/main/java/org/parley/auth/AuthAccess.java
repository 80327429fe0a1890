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

	private static final String[] GUESTS_READS = { "/oauth2/jwks", "/internal/revocations", "/api/v1/auth/registration",
			"/api/v1/auth/identity-providers", "/api/v1/brand/**" };

	/** No scope is sufficient for these paths: what they give outlasts any token. */
	private static final String[] ADMINISTRATION = { "/api/v1/admin/oauth-registration-tokens/**",
			"/api/v1/admin/identity-providers/**", "/api/v1/admin/registration", "/api/v1/admin/invitations/**",
			"/api/v1/admin/discourse-sites/**", "/api/v1/admin/directory-tokens/**", "/api/v1/admin/users/*/role",
			"/api/v1/admin/users/*/two-factor" };

	@Bean
	AccessRules accessRules(RoleHierarchy roles) {
		return (requests) -> {
			requests.requestMatchers("/.well-known/**", "/api/v1/setup").permitAll();
			requests.requestMatchers(HttpMethod.POST, "/internal/personal-tokens/exchange", "/internal/accounts")
				.permitAll();
			requests.requestMatchers(ENTRANCES.toArray(String[]::new)).permitAll();
			requests.requestMatchers(AccessRules.reads(GUESTS_READS)).permitAll();
			requests.requestMatchers(AccessRules.reads("/api/v1/users/me"))
				.access(AccessRules.may("user", "profile", roles));
			requests.requestMatchers(ADMINISTRATION).access(AccessRules.firstParty("admin", roles));
			for (var change : Set.of(HttpMethod.POST, HttpMethod.PATCH)) {
				requests.requestMatchers(change, "/api/v1/admin/oauth-clients/**")
					.access(AccessRules.firstParty("admin", roles));
			}
			requests.requestMatchers("/api/v1/admin/**").access(AccessRules.may("admin", "admin", roles));
			requests.requestMatchers("/api/v1/users/me/**", "/api/v1/auth/**")
				.access(AccessRules.firstParty("user", roles));
			requests.requestMatchers(AccessRules.reads("/api/v1/users/*/invited"))
				.access(AccessRules.firstParty("moderator", roles));
			requests.requestMatchers(AccessRules.reads("/api/v1/users/*")).permitAll();
		};
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
