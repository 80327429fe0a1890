package org.parley.realtime.connection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.TestTokens;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

class SocketLimitIT extends RealtimeIT {

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void guestBeyondAddressLimitReceivesCode(String transport) {
		var port = startInstance("--parley.realtime.session.per-address=1");
		var first = client(port, transport, null, null);
		assertThat(first.outcome()).isEqualTo("ok");
		assertThat(client(port, transport, null, null).outcome()).contains("limit.exceeded");
		first.close();
		soon().until(() -> client(port, transport, null, null).outcome().equals("ok"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "websocket", "polling" })
	void userBeyondLimitReceivesCode(String transport) {
		var port = startInstance("--parley.realtime.session.per-person=1");
		var token = TestTokens.of(Ids.next(), "alice");
		assertThat(client(port, transport, token, null).outcome()).isEqualTo("ok");
		assertThat(client(port, transport, token, null).outcome()).contains("limit.exceeded");
		assertThat(client(port, transport, TestTokens.of(Ids.next(), "bob"), null).outcome()).isEqualTo("ok");
	}

}
