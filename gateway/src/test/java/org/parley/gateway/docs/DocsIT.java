package org.parley.gateway.docs;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
@TestPropertySource(properties = { "parley.gateway.docs.incomplete=0s", "parley.gateway.docs.fresh=0s" })
class DocsIT {

	@LocalServerPort
	int port;

	@Test
	void documentContainsServicesThatDescribeThemselvesSlowly() {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(any(urlEqualTo("/openapi.json")).willReturn(
				okJson("{\"openapi\":\"3.1.0\",\"paths\":{\"/api/v1/threads\":{\"get\":{}}}}").withFixedDelay(2_500)));
		Visitors.at(this.port)
			.get()
			.uri("/docs/openapi.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.paths['/api/v1/threads'].get")
			.exists();
	}

	@Test
	void serviceWithoutDocumentIsListed() {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withBody("[not json").withFixedDelay(10)));
		Visitors.at(this.port)
			.get()
			.uri("/docs/openapi.json")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.info.description")
			.value((text) -> assertThat((String) text).contains("missing: forum."));
	}

	@ParameterizedTest
	@CsvSource({ "/docs, text/html", "/docs/index.html, text/html", "/docs/start.js, text/javascript",
			"/docs/swagger-ui.css, text/css", "/docs/swagger-ui-bundle.js, text/javascript",
			"/docs/favicon-32x32.png, image/png" })
	void pageLoadsNoExternalResources(String path, String type) {
		Visitors.at(this.port)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(type)
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe", "http"))
			.expectBody(String.class)
			.value((text) -> assertThat(text).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/docs/start.js", "/docs/openapi.json" })
	void headIsAnsweredLikeGet(String path) {
		Visitors.at(this.port).head().uri(path).exchange().expectStatus().isOk().expectBody().isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs/swagger-ui-bundle.js", "/docs/openapi.json" })
	void contentIsCompressedForClientsThatAcceptIt(String path) throws Exception {
		var compressed = get(path, "gzip");
		assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
		var plain = get(path, "gzip;q=0");
		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
			.isEqualTo(plain.body());
	}

	private HttpResponse<byte[]> get(String path, String accepted) throws Exception {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept-Encoding", accepted)
			.build();
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
			return answer;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs/nothing.js", "/docs/oauth2-redirect.html", "/docs/a/b" })
	void unusedResourcesAreNotServed(String path) {
		Visitors.at(this.port)
			.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("route.not-found");
	}

}
