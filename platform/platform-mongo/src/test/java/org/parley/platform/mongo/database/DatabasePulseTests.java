package org.parley.platform.mongo.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabasePulseTests {

	private static final ConnectionId PRIMARY = connection("primary");

	private long now = Long.MAX_VALUE - 10;

	@ParameterizedTest
	@CsvSource({ "1s, 2s, 1999, false", "1s, 2s, 2000, true", "1s, 500ms, 1999, false", "1s, 500ms, 2000, true",
			"5s, 2s, 5999, false", "5s, 2s, 6000, true", "1s, 10s, 9999, false", "1s, 10s, 10000, true" })
	void primaryIsSilentAfterAnOperationAndItsHeartbeat(String heartbeat, String request, long millis, boolean silent) {
		var pulse = pulse(heartbeat, request);
		hear(pulse, "{isWritablePrimary: true}");
		pass(millis);
		assertThat(pulse.getAsBoolean()).isEqualTo(silent);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{isWritablePrimary: true}                   | false
			{ismaster: true}                            | false
			{isWritablePrimary: false, secondary: true} | true
			{ismaster: false}                           | true
			{ok: 1}                                     | true""")
	void primaryAloneBreaksTheSilence(String reply, boolean silent) {
		var pulse = pulse("1s", "2s");
		pass(3000);
		assertThat(pulse.getAsBoolean()).isTrue();
		hear(pulse, reply);
		assertThat(pulse.getAsBoolean()).isEqualTo(silent);
	}

	@Test
	void lostConnectionIsSilenceUntilTheNextHeartbeat() {
		var pulse = pulse("1s", "2s");
		lose(pulse, PRIMARY);
		assertThat(pulse.getAsBoolean()).isTrue();
		hear(pulse, "{isWritablePrimary: true}");
		assertThat(pulse.getAsBoolean()).isFalse();
		lose(pulse, PRIMARY);
		assertThat(pulse.getAsBoolean()).isTrue();
	}

	@Test
	void lostSecondaryIsNoSilence() {
		var pulse = pulse("1s", "2s");
		hear(pulse, "{isWritablePrimary: true}");
		lose(pulse, connection("secondary"));
		assertThat(pulse.getAsBoolean()).isFalse();
	}

	private static ConnectionId connection(String host) {
		return new ConnectionId(new ServerId(new ClusterId(), new ServerAddress(host)));
	}

	private static void lose(DatabasePulse pulse, ConnectionId connection) {
		pulse.serverHeartbeatFailed(
				new ServerHeartbeatFailedEvent(connection, 1, true, new MongoTimeoutException("closed")));
	}

	private DatabasePulse pulse(String heartbeat, String request) {
		var limit = Duration.ofSeconds(10);
		return new DatabasePulse(new DatabaseTimeouts(limit, duration(request), limit, limit, duration(heartbeat)),
				() -> this.now);
	}

	private static Duration duration(String text) {
		return Duration.parse("PT" + text.replace("500ms", "0.5s"));
	}

	private static void hear(DatabasePulse pulse, String reply) {
		pulse.serverHeartbeatSucceeded(new ServerHeartbeatSucceededEvent(PRIMARY, BsonDocument.parse(reply), 1, true));
	}

	private void pass(long millis) {
		this.now += TimeUnit.MILLISECONDS.toNanos(millis);
	}

}
