package org.parley.platform.security;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Workers have settings, too, and no other operations. */
@SpringBootTest(properties = { "spring.application.name=house-service", "parley.public-url=" + TestTokens.ISSUER,
		"parley.role=worker", "management.health.refresh.enabled=false", "management.endpoints.web.base-path=/",
		"management.endpoints.web.exposure.include=settings",
		"management.endpoints.web.path-mapping.settings=api/v1/admin/${spring.application.name}/settings" })
@AutoConfigureMockMvc
class SettingsAccessTests {

	private static final String SETTINGS = "/api/v1/admin/house-service/settings";

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", TestTokens::keysUri);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			-,         -,      401
			user,      parley, 403
			moderator, parley, 403
			admin,     posts,  403
			admin,     admin,  200
			admin,     parley, 200
			""")
	void onlyAdministratorsRefreshSettings(@Nullable String role, @Nullable String scope, int status) {
		var request = this.mvc.post().uri(SETTINGS);
		if (role != null) {
			request.header("Authorization",
					"Bearer " + TestTokens.claims("1", "alice", role).claim("scope", scope).sign());
		}
		assertThat(request).hasStatus(status);
	}

	@Test
	void outcomeNamesChangesAndRefusals() {
		assertThat(
				this.mvc.post().uri(SETTINGS).header("Authorization", "Bearer " + TestTokens.of("1", "ada", "admin")))
			.hasStatus(200)
			.bodyJson()
			.extractingPath("$.refused")
			.asArray()
			.isEmpty();
	}

	@Test
	void otherOperationsOfWorkersAreDenied() {
		assertThat(this.mvc.get()
			.uri("/api/v1/admin/house-service/keys")
			.header("Authorization", "Bearer " + TestTokens.of("1", "ada", "admin"))).hasStatus(403);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = ConfigurationPropertiesRebinderAutoConfiguration.class)
	static class House {

		@Bean
		AccessRules houseRules(RoleHierarchy roles) {
			return (requests) -> requests.requestMatchers("/api/v1/admin/house-service/keys")
				.access(AccessRules.may("user", "posts", roles));
		}

	}

}
