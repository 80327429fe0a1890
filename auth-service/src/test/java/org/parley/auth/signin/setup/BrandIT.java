package org.parley.auth.signin.setup;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.auth.Api;
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
	void appOfAMemberMayNotBearTheNameOfTheForum() {
		rebrand(BRAND);
		var app = """
				{"name": "the Tea-Party", "kind": "web", "redirectUris": ["https://app.example.org/back"],
				 "scopes": ["openid"], "password": "%s"}""".formatted(Api.PASSWORD);
		var answer = this.api.post("/api/v1/users/me/apps", app).as(this.api.register()).send();
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("display-name.reserved");
	}

	@Test
	void omittedPropertiesReturnToTheirDefaults() {
		rebrand(BRAND);
		rebrand("{\"name\": \"The Tea Party\"}");
		assertThat(this.api.get("/api/v1/setup").send().data().at("/forum"))
			.hasToString("{\"name\":\"The Tea Party\"}");
	}

	@Test
	void changeOfBrandThatAnotherAdministratorHasChangedIsRefused() {
		var seen = this.api.get("/api/v1/setup").send().header("ETag");
		var changed = rebrand(BRAND);
		var own = this.api.put("/api/v1/admin/brand", "{\"name\": \"Mine\"}").as(this.api.admin());
		assertThat(own.header("If-Match", seen).send().code()).isEqualTo("request.precondition-failed");
		assertThat(this.api.get("/api/v1/setup").send().data().at("/forum")).hasToString(BRAND);
		assertThat(own.header("If-Match", changed.header("ETag")).send().status()).isEqualTo(200);
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
		return Stream.of(arguments("{}", "name"),
				arguments(with("accent", "\"#123456; } body { display: none\""), "accent"),
				arguments(with("links", "[null]"), "links[0]"),
				arguments(with("links", "[{\"address\": \"/a\"}]"), "links[0].label"),
				arguments(with("links", "[{\"label\": \"L\", \"address\": \"javascript:alert(1)\"}]"),
						"links[0].address"),
				arguments(with("css", "1"), "css"));
	}

	private static String with(String property, String value) {
		return "{\"name\": \"N\", \"" + property + "\": " + value + "}";
	}

	private TestResponse rebrand(String body) {
		return this.api.put("/api/v1/admin/brand", body).as(this.api.admin()).send();
	}

}
