package org.parley.realtime.connection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.SocketTestClient;
import org.parley.realtime.session.SocketSessions;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits of sockets, by each transport of one instance. */
class SocketLimitIT extends RealtimeIT {

	private int instance;

	@BeforeEach
	void startWithoutSockets() {
		var context = specialInstance("--parley.realtime.session.per-address=3",
				"--parley.realtime.session.per-person=1");
		soon().until(() -> context.getBean(SocketSessions.class).findAll().isEmpty());
		this.instance = socketsOf(context);
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void guestBeyondAddressLimitReceivesCode(String transport) {
		var first = connect(transport, null);
		for (var guest : List.of(first, connect(transport, null), connect(transport, null))) {
			assertThat(guest.outcome()).isEqualTo("ok");
		}
		assertThat(connect(transport, null).outcome()).contains("limit.exceeded");
		first.close();
		soon().until(() -> {
			var next = connect(transport, null);
			var admitted = next.outcome().equals("ok");
			next.close();
			return admitted;
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void userBeyondLimitReceivesCode(String transport) {
		var token = TestTokens.of(Ids.next(), "alice");
		assertThat(connect(transport, token).outcome()).isEqualTo("ok");
		assertThat(connect(transport, token).outcome()).contains("limit.exceeded");
		assertThat(connect(transport, TestTokens.of(Ids.next(), "bob")).outcome()).isEqualTo("ok");
	}

	private SocketTestClient connect(String transport, @Nullable String token) {
		return client(this.instance, transport, token, null);
	}

}
