package org.parley.auth.oauth.page;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class PageAssetsTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final PageAssets assets = new PageAssets(this.request);

	@Test
	void pageOfAnotherReleaseGetsTheFileOfThisOneUncached() {
		var own = this.assets.asset(this.assets.passkey().substring(PageAssets.PATH.length()));
		var other = this.assets.asset("passkey.0123456789ab.js");
		assertThat(own.getHeaders().getCacheControl()).contains("immutable");
		assertThat(other.getBody()).isEqualTo(own.getBody());
		assertThat(other.getHeaders().getContentType()).isEqualTo(own.getHeaders().getContentType());
		assertThat(other.getHeaders().getCacheControl()).isEqualTo("no-store");
	}

	@ParameterizedTest
	@CsvSource({ "dark, dark", "light, light", "device,", "'\"><script>'," })
	void pageHasTheColoursThatWereChosenInTheWebClient(String cookie, @Nullable String theme) {
		assertThat(this.assets.theme()).isNull();
		this.request.setCookies(new Cookie("parley_theme", cookie));
		assertThat(this.assets.theme()).isEqualTo(theme);
	}

	@ParameterizedTest
	@ValueSource(strings = { "passkey.js", "passkey.0123456789ab.css", "other.0123456789ab.js", "passkey.x.js" })
	void otherNamesAreUnknown(String name) {
		assertThat(this.assets.asset(name).getStatusCode().value()).isEqualTo(404);
	}

}
