package org.parley.realtime.connection.handshake;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.CharsetUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.realtime.session.RecordingConnection;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.session.TestSessions;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakeValidatorTests {

	private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

	private static final String HOST = "127.0.0.1:8096";

	private final SocketSessions sessions = TestSessions.sessions();

	private final HandshakeValidator validator = validator(this.sessions);

	static HandshakeValidator validator(SocketSessions sessions) {
		var settings = new GateSettings(0, "", List.of(), DataSize.ofKilobytes(16), DataSize.ofMegabytes(1),
				Duration.ofSeconds(25), Duration.ofSeconds(20), List.of());
		var now = InstantSource.system().instant();
		return new HandshakeValidator(settings, URI.create("http://parley.test"), sessions,
				new ClientAddresses(List.of()), TestSessions.handshakeLimit(sessions, () -> now));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /                                                                         | 404 | 3
			GET    | /socket.io/socket.io.js                                                   | 404 | 3
			GET    | /openapi.json                                                             | 404 | 3
			GET    | /socket.io/                                                               | 400 | 5
			GET    | /socket.io/?EIO=3&transport=polling                                       | 400 | 5
			GET    | /socket.io/?EIO=4                                                         | 400 | 0
			GET    | /socket.io/?EIO=4&transport=pigeon                                        | 400 | 0
			POST   | /socket.io/?EIO=4&transport=polling                                       | 400 | 2
			DELETE | /socket.io/?EIO=4&transport=polling                                       | 400 | 2
			GET    | /socket.io/?EIO=4&transport=polling&sid=x                                 | 400 | 1
			GET    | /socket.io/?EIO=4&transport=polling&sid=6f8f2f0e-4f6e-4d0a-9f38-0a4a0a0a0a0a | 400 | 1
			POST   | /socket.io/?EIO=4&transport=polling&sid=6f8f2f0e-4f6e-4d0a-9f38-0a4a0a0a0a0a | 400 | 1
			GET    | /socket.io/?EIO=4&transport=polling&token=secret                          | 400 | 3
			GET    | /socket.io/?EIO=4&transport=polling&j=0                                   | 400 | 3
			GET    | /socket.io/?EIO=4&transport=polling&b64=x                                 | 400 | 3
			""")
	void invalidHandshakeIsRefused(String method, String path, int status, int code) {
		var answer = Objects.requireNonNull(refusal(method, path, null));
		assertThat(answer.status().code()).isEqualTo(status);
		assertThat(answer.content().toString(CharsetUtil.UTF_8)).startsWith("{\"code\":" + code + ",");
		assertThat(answer.headers().get(HttpHeaderNames.CONTENT_TYPE)).isEqualTo("application/json");
		assertThat(answer.headers().get(HttpHeaderNames.CONNECTION)).isEqualTo("close");
	}

	@ParameterizedTest
	@ValueSource(strings = { "&b64=1", "&b64=true", "&b64=1&b64=1" })
	void clientThatAsksForBase64IsServedAsOthers(String query) {
		for (var address : List.of(POLLING + query, "/socket.io/?EIO=4" + query + "&transport=polling")) {
			var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, address);
			new EmbeddedChannel(this.validator).writeInbound(request);
			assertThat(request.uri()).isEqualTo(POLLING);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, polling, 0", "POST, polling, 0", "DELETE, polling, 400", "GET, websocket, 0",
			"POST, websocket, 400" })
	void methodOfSessionDependsOnTransport(String method, String transport, int status) {
		var id = UUID.randomUUID();
		this.sessions.open(id, new RecordingConnection(0), "192.0.2.1");
		assertThat(status(method, "/socket.io/?EIO=4&transport=" + transport + "&sid=" + id, null)).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "null", "https://" + HOST, "http://" + HOST + ".evil.example",
			"http://127.0.0.1", "http://localhost:8096", HOST })
	void pageOfForeignOriginIsRefused(String origin) {
		assertThat(status("GET", POLLING, origin)).isEqualTo(403);
	}

	/** The gateway's WebSocket client sends this server's address as the origin. */
	@ParameterizedTest
	@ValueSource(strings = { "http://parley.test", "http://" + HOST })
	void originOfParleyAndGatewayIsAccepted(String origin) {
		assertThat(status("GET", POLLING, origin)).isZero();
	}

	@Test
	void handshakeBeyondLimitIsRefused() {
		for (var handshake = 0; handshake < 6; handshake++) {
			assertThat(status("GET", POLLING, null)).isZero();
		}
		assertThat(status("GET", POLLING, null)).isEqualTo(429);
	}

	/** Returns the status of the refusal; zero if the server gets the request. */
	private int status(String method, String path, @Nullable String origin) {
		var answer = refusal(method, path, origin);
		return (answer != null) ? answer.status().code() : 0;
	}

	private @Nullable FullHttpResponse refusal(String method, String path, @Nullable String origin) {
		var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), path);
		request.headers().set(HttpHeaderNames.HOST, HOST);
		if (origin != null) {
			request.headers().set(HttpHeaderNames.ORIGIN, origin);
		}
		var channel = new EmbeddedChannel(this.validator);
		channel.writeInbound(request);
		var answer = channel.<FullHttpResponse>readOutbound();
		assertThat(channel.<Object>readInbound() == null).isEqualTo(answer != null);
		return answer;
	}

}
