package org.parley.auth.signin.setup;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.oauth.Visitor;
import org.parley.platform.test.client.TestResponse;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The brand of the forum. */
@AuthTest
class BrandIT extends Scene {

	private static final String BRAND = """
			{"name":"The Tea Party","tagline":"Always tea time.","welcome":"Riddles,\\ntea.","accent":"#8A3fae",\
			"radius":0,"links":[{"label":"Imprint","address":"https://example.org/imprint"}]}""";

	private static final String LINK = "{\"label\": \"L\", \"address\": \"/a\"}";

	@LocalServerPort
	private int port;

	@AfterEach
	void restoreName() {
		assertThat(rebrand("{\"name\": \"Parley\"}").status()).isEqualTo(200);
	}

	@Test
	void changedBrandIsShownAtOnceOnSetupAndSignInPages() {
		var before = this.api.get("/api/v1/setup").send();
		assertThat(rebrand(BRAND).data()).hasToString(BRAND);
		var after = this.api.get("/api/v1/setup").header("If-None-Match", before.header("ETag")).send();
		assertThat(after.data()).hasToString("{\"required\":false,\"forum\":" + BRAND + "}");
		var page = new Visitor(this.port).get("/oauth2/login");
		assertThat(page.title()).isEqualTo("Sign in – The Tea Party");
		assertThat(page.document().select(".brand, footer").eachText()).first().isEqualTo("The Tea Party");
		assertThat(page.document().select("footer").text()).contains("a page of The Tea Party itself");
		assertThat(page.document().select("link[href=/brand.css]")).hasSize(1);
		assertThat(acts(this.api.admin())).contains("BRAND_CHANGED");
	}

	@Test
	void omittedPropertiesReturnToTheirDefaults() {
		rebrand(BRAND);
		rebrand("{\"name\": \"The Tea Party\"}");
		assertThat(this.api.get("/api/v1/setup").send().data().at("/forum"))
			.hasToString("{\"name\":\"The Tea Party\"}");
	}

	@ParameterizedTest
	@MethodSource
	void invalidBrandIsRefused(String body, String field) {
		rebrand(BRAND);
		var refused = rebrand(body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(this.api.get("/api/v1/setup").send().data().at("/forum")).hasToString(BRAND);
	}

	static Stream<Arguments> invalidBrandIsRefused() {
		return Stream.of(arguments("{}", "name"), arguments("{\"name\": \"two\\nlines\"}", "name"),
				arguments(with("tagline", '"' + "x".repeat(201) + '"'), "tagline"),
				arguments(with("tagline", "\"two\\nlines\""), "tagline"),
				arguments(with("welcome", '"' + "x".repeat(1001) + '"'), "welcome"),
				arguments(with("accent", "\"red\""), "accent"), arguments(with("accent", "\"#12345\""), "accent"),
				arguments(with("accent", "\"#123456; } body { display: none\""), "accent"),
				arguments(with("radius", "-1"), "radius"), arguments(with("radius", "25"), "radius"),
				arguments(with("links", "[null]"), "links[0]"),
				arguments(with("links", "[{\"address\": \"/a\"}]"), "links[0].label"),
				arguments(with("links", "[" + LINK + ("," + LINK).repeat(8) + "]"), "links"),
				arguments(with("css", "1"), "css"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "//elsewhere.example", "https:///a", "ftp://a.example", "a",
			"https://a.example/two words", "data:text/html,x", "" })
	void linkThatLeadsToNoPageIsRefused(String address) {
		var refused = rebrand(with("links", "[{\"label\": \"L\", \"address\": \"" + address + "\"}]"));
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("links[0].address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/threads/1", "http://a.example", "https://a.example/?b=c#d", "/privacy",
			"https://b.example:8443/" })
	void linkToPageIsAccepted(String address) {
		var body = with("links", "[{\"label\": \"L\", \"address\": \"" + address + "\"}]");
		assertThat(rebrand(body).status()).isEqualTo(200);
	}

	private static String with(String property, String value) {
		return "{\"name\": \"N\", \"" + property + "\": " + value + "}";
	}

	private TestResponse rebrand(String body) {
		return this.api.put("/api/v1/admin/brand", body).as(this.api.admin()).send();
	}

}
