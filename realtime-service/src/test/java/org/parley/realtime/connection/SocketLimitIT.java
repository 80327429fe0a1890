package org.parley.realtime.connection;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.TestTokens;
import org.parley.realtime.RealtimeIT;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits of sockets, by each transport of one instance. */
class SocketLimitIT extends RealtimeIT {

	private static final List<String> TRANSPORTS = List.of("websocket", "polling");

	@Test
	void guestBeyondAddressLimitReceivesCode() {
		var port = startInstance("--parley.realtime.session.per-address=1");
		TRANSPORTS.forEach((transport) -> {
			var first = client(port, transport, null, null);
			assertThat(first.outcome()).as(transport).isEqualTo("ok");
			assertThat(client(port, transport, null, null).outcome()).as(transport).contains("limit.exceeded");
			first.close();
			soon().until(() -> {
				var next = client(port, transport, null, null);
				var admitted = next.outcome().equals("ok");
				next.close();
				return admitted;
			});
		});
	}

	@Test
	void userBeyondLimitReceivesCode() {
		var port = startInstance("--parley.realtime.session.per-person=1");
		TRANSPORTS.forEach((transport) -> {
			var token = TestTokens.of(Ids.next(), "alice");
			assertThat(client(port, transport, token, null).outcome()).as(transport).isEqualTo("ok");
			assertThat(client(port, transport, token, null).outcome()).as(transport).contains("limit.exceeded");
			assertThat(client(port, transport, TestTokens.of(Ids.next(), "bob"), null).outcome()).as(transport)
				.isEqualTo("ok");
		});
	}

}
