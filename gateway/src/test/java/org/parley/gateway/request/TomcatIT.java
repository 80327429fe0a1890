package org.parley.gateway.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.ConfiguredGateway;
import org.parley.gateway.GatewayApplication;
import org.parley.gateway.OwnEventLoops;
import org.parley.gateway.RawHttp;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway refuses with a problem all requests that Tomcat would refuse without one,
 * and passes on all others.
 */
class TomcatIT {

	private static final Tomcat TOMCAT = new Tomcat();

	private static ConfigurableApplicationContext gateway;

	@BeforeAll
	static void start() throws Exception {
		Path folder = Files.createTempDirectory("tomcat");
		TOMCAT.setBaseDir(folder.toString());
		var connector = new Connector();
		connector.setPort(0);
		((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setMaxHttpRequestHeaderSize(Math
			.toIntExact(ConfiguredGateway.ofServices("server.max-http-request-header-size", DataSize.class).toBytes()));
		TOMCAT.setConnector(connector);
		var context = TOMCAT.addContext("", folder.toString());
		Tomcat.addServlet(context, "all", new Echo());
		context.addServletMappingDecoded("/", "all");
		TOMCAT.start();
		gateway = new SpringApplicationBuilder(GatewayApplication.class).profiles("development")
			.initializers(new OwnEventLoops())
			.run("--server.port=0", "--spring.cloud.config.enabled=false", "--PARLEY_REDIS_URI=redis://127.0.0.1:1",
					"--PARLEY_AMQP_URI=amqp://nobody:nothing@127.0.0.1:1",
					"--parley.gateway.limits.anonymous.requests=100000",
					"--PARLEY_AUTH_URI=http://127.0.0.1:" + connector.getLocalPort());
	}

	@AfterAll
	static void stop() throws Exception {
		gateway.close();
		TOMCAT.stop();
		TOMCAT.destroy();
	}

	@ParameterizedTest
	@ValueSource(ints = { 7_000, 9_000, 12_000, 15_000, 15_800 })
	void headersBelowLimitReachService(int size) throws IOException {
		assertThat(get("/api/v1/users/me", "X-Long: " + "x".repeat(size)).status()).isEqualTo(200);
		var lines = IntStream.range(0, 40).mapToObj((i) -> "X-%d: %s".formatted(i, "x".repeat(size / 40 - 10)));
		assertThat(get("/api/v1/users/me", lines.toArray(String[]::new)).status()).isEqualTo(200);
	}

	/** A request with the longest permitted parts. */
	@Test
	void longestAddressAndHeadersReachService() throws IOException {
		assertThat(get("/api/v1/users/me?a=" + "x".repeat(8_000), "X-Long: " + "x".repeat(15_900)).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { 17_000, 24_000, 33_000, 60_000 })
	void headersAboveLimitAreAProblem(int size) throws IOException {
		assertProblem(get("/api/v1/users/me", "X-Long: " + "x".repeat(size)), 431, "request.headers-too-large");
	}

	@ParameterizedTest
	@ValueSource(ints = { 80, 101, 300 })
	void tooManyHeadersAreTheSameProblem(int count) throws IOException {
		var lines = IntStream.range(0, count).mapToObj((i) -> "X-Many: " + i);
		assertProblem(get("/api/v1/users/me", lines.toArray(String[]::new)), 431, "request.headers-too-large");
	}

	static Stream<String> oddRequests() {
		return Stream
			.of(octets((c) -> line("GET", "/api/v1/users/a" + c + "b")),
					octets((c) -> line("GET", "/api/v1/users/ab?q=a" + c + "b")),
					escapes((c) -> line("GET", "/api/v1/users/a" + c + "b")),
					escapes((c) -> line("GET", "/api/v1/users/ab?q=a" + c + "b")),
					octets((c) -> line("GET", "/api/v1/users/ab") + "X" + c + "Y: 1\r\n"),
					octets((c) -> line("GET", "/api/v1/users/ab") + "X-Y: a" + c + "b\r\n"),
					octets((c) -> line("G" + c + "T", "/api/v1/users/ab")), odd())
			.flatMap((some) -> some);
	}

	private static Stream<String> odd() {
		return Stream.concat(
				Stream.of("Expect: something", "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked",
						"Transfer-Encoding: xchunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip",
						"Expect: 100-continue\r\nExpect: x", "Content-Length: +5", "Content-Length: 0x1",
						"Content-Length: 99999999999999999999", "Cookie: a=b; \"; c",
						"Content-Type: nonsense; charset=none", "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings",
						"Upgrade: TLS/1.0", "Connection: X-Forwarded-For, Host, X-Correlation-Id", "Range: bytes=x",
						"X-Folded: a\r\n b", "Host: b", "Host: 127.0.0.1:99999", "X:", ": x", "X-Forwarded-Host: a b",
						"Accept-Encoding: \u00e4", "Authorization: \u00e4", "Trailer: X", "TE: trailers")
					.map((header) -> line("GET", "/api/v1/users/ab") + header + "\r\n"),
				Stream.of("get", "PROPFIND", "TRACE", "OPTIONS", "X".repeat(200), "GET\t")
					.map((method) -> line(method, "/api/v1/users/ab")));
	}

	@ParameterizedTest
	@MethodSource("oddRequests")
	void tomcatSendsNoAnswerOfItsOwn(String request) throws IOException {
		RawHttp.Answer answer = RawHttp.send(port(), request + "Connection: close\r\n\r\n");
		if (!answer.has("X-Servlet")) {
			assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
			assertThat(answer.headers()).as(answer.toString())
				.anyMatch((line) -> line.equalsIgnoreCase("Content-Type: application/problem+json"));
			assertThat(answer.body()).as(answer.toString())
				.contains("\"title\":", "\"instance\":", "\"correlationId\":", "\"code\":");
		}
	}

	private static RawHttp.Answer get(String path, String... headers) throws IOException {
		return RawHttp.get(port(), path, headers);
	}

	private static void assertProblem(RawHttp.Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.body()).contains("\"title\":", "\"instance\":", "\"correlationId\":",
				"\"code\":\"" + code + "\"");
	}

	private static Stream<String> octets(UnaryOperator<String> request) {
		return IntStream.range(0, 256)
			.filter((c) -> !List.of((int) '\r', (int) '\n').contains(c) && !Character.isLetterOrDigit(c))
			.mapToObj((c) -> request.apply(String.valueOf((char) c)));
	}

	private static Stream<String> escapes(UnaryOperator<String> request) {
		return IntStream.range(0, 256).mapToObj((c) -> request.apply("%%%02X".formatted(c)));
	}

	private static String line(String method, String target) {
		return method + " " + target + " HTTP/1.1\r\nHost: a\r\n";
	}

	private static int port() {
		return gateway.getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	/** Proves that a request has passed Tomcat. */
	private static final class Echo extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) {
			response.setHeader("X-Servlet", "reached");
		}

	}

}
