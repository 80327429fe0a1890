package org.parley.auth.oauth.page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.oauth.browser.Continuation;

import static org.assertj.core.api.Assertions.assertThat;

class SignInPagesTests {

	@ParameterizedTest
	@CsvSource({ "/oauth2/device?user_code=BCDF, /register?return=%2Foauth2%2Fdevice%3Fuser_code%3DBCDF",
			"/oauth2/authorize?client_id=parley-web&back=%2Fthreads%2F1%3Fpost%3D4, /register?return=%2Fthreads%2F1%3Fpost%3D4",
			"/oauth2/authorize?client_id=parley-web, /register", "https://evil.test/, /register",
			"//evil.test, /register" })
	void registrationReturnsToThePageOfItsOrigin(String next, String link) {
		assertThat(SignInPages.registrationPage(Continuation.parse(next))).isEqualTo(link);
	}

}
