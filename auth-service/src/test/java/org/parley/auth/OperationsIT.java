package org.parley.auth;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.OperationsContract;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class OperationsIT implements OperationsContract {

	@LocalServerPort
	private int port;

	@Autowired
	private Api api;

	@Override
	public int port() {
		return this.port;
	}

	@Test
	void examplesAreReal() {
		var document = this.api.get("/openapi.json").send().body();
		assertThat(document.path("paths").propertyNames()).contains("/api/v1/auth/register", "/api/v1/auth/login",
				"/api/v1/auth/refresh", "/api/v1/auth/logout", "/api/v1/auth/logout-all",
				"/api/v1/auth/change-password", "/api/v1/auth/sessions", "/api/v1/auth/sessions/{id}",
				"/api/v1/auth/verify-email", "/api/v1/auth/resend-verification", "/api/v1/auth/forgot-password",
				"/api/v1/auth/reset-password", "/api/v1/admin/users/{id}/ban", "/api/v1/admin/users/{id}/unban",
				"/api/v1/users/me", "/api/v1/users/{username}", "/api/v1/admin/users", "/api/v1/admin/users/{id}/role",
				"/oauth2/jwks");
		assertThat(document.path("paths").propertyNames()).doesNotContain("/internal/revocations");
		assertThat(document.at("/components/schemas/RegistrationRequest/properties/email/example").asString())
			.isEqualTo("alice@example.org");
		var register = document.at("/paths/~1api~1v1~1auth~1register/post");
		assertThat(register.path("responses").propertyNames()).contains("201").doesNotContain("200");
		assertThat(register.path("parameters").toString()).contains("Idempotency-Key").doesNotContain("client");
	}

}
