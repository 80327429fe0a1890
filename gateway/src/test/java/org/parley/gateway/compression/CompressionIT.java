package org.parley.gateway.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.netty.handler.codec.compression.Brotli;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class CompressionIT {

	private static final String TEXT = "{\"data\":\"" + "abc ".repeat(2000) + "\"}";

	@LocalServerPort
	int port;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeEach
	void answer() {
		answer("application/json;charset=UTF-8", TEXT);
	}

	@Test
	void acceptedEncodingCompressesAnswer() throws Exception {
		var answer = get("gzip");
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(answer.headers().allValues("Vary")).containsOnlyOnce("Accept-Encoding");
		assertThat(answer.body()).hasSizeLessThan(500);
		assertThat(unzip(answer.body())).isEqualTo(TEXT);
	}

	@Test
	void brotliIsPreferred() throws Exception {
		Assumptions.assumeTrue(Brotli.isAvailable(), "no native brotli for this machine");
		var answer = get("gzip, deflate, br");
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("br");
		assertThat(Decoder.decompress(answer.body()).getDecompressedData()).asString(StandardCharsets.UTF_8)
			.isEqualTo(TEXT);
	}

	@Test
	void otherClientsGetUncompressedAnswer() throws Exception {
		for (String accepted : new String[] { "", "identity", "gzip;q=0" }) {
			var answer = get(accepted);
			assertThat(answer.headers().firstValue("Content-Encoding")).as(accepted).isEmpty();
			assertThat(answer.headers().allValues("Vary")).containsOnlyOnce("Accept-Encoding");
			assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
		}
	}

	@Test
	void smallAnswersStayUncompressed() throws Exception {
		answer("application/json", "{}");
		assertThat(get("gzip").headers().firstValue("Content-Encoding")).isEmpty();
	}

	@Test
	void imagesStayUncompressed() throws Exception {
		answer("image/png", TEXT);
		assertThat(get("gzip").headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(get("gzip").headers().firstValue("Vary")).isEmpty();
	}

	@Test
	void compressedAnswerOfServiceIsUnchanged() throws Exception {
		byte[] zipped = zip(TEXT);
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Type", "application/json")
			.withHeader("Content-Encoding", "gzip")
			.withHeader("Vary", "Accept-Encoding")
			.withHeader("Content-Length", String.valueOf(zipped.length))
			.withBody(zipped)));
		var answer = get("gzip");
		assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(zipped.length);
		assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
		assertThat(answer.body()).isEqualTo(zipped);
	}

	private static void answer(String type, String body) {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Content-Type", type)
			.withHeader("Content-Length", String.valueOf(body.length()))
			.withBody(body)));
	}

	private HttpResponse<byte[]> get(String accepted) throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/v1/threads"))
			.version(HttpClient.Version.HTTP_1_1)
			.header("X-Forwarded-For", Visitors.address());
		if (!accepted.isEmpty()) {
			request.header("Accept-Encoding", accepted);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
	}

	private static byte[] zip(String text) throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new GZIPOutputStream(bytes)) {
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

	private static String unzip(byte[] zipped) throws IOException {
		try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
