package org.parley.platform.mongo.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ConnectionId;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import org.bson.BsonBoolean;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * Watches whether the primary is silent. An operation takes too long if it is, but also
 * if this process is new or busy, or its connections are in use; only the former concerns
 * others. The driver's monitors have connections and threads of their own.
 */
public final class DatabasePulse
		implements ServerMonitorListener, MongoClientSettingsBuilderCustomizer, BooleanSupplier {

	/** How late a heartbeat may be on a busy machine. */
	private static final Duration DELAY = Duration.ofSeconds(1);

	private final Duration patience;

	private final LongSupplier nanoTime;

	private final AtomicLong heard;

	private volatile @Nullable ServerAddress primary;

	DatabasePulse(DatabaseTimeouts timeouts) {
		this(timeouts, System::nanoTime);
	}

	DatabasePulse(DatabaseTimeouts timeouts, LongSupplier nanoTime) {
		var late = timeouts.heartbeat().plus(DELAY);
		this.patience = (late.compareTo(timeouts.request()) > 0) ? late : timeouts.request();
		this.nanoTime = nanoTime;
		this.heard = new AtomicLong(nanoTime.getAsLong());
	}

	@Override
	public void customize(MongoClientSettings.Builder settings) {
		settings.applyToServerSettings((server) -> server.addServerMonitorListener(this));
	}

	@Override
	public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent heartbeat) {
		var reply = heartbeat.getReply();
		if (BsonBoolean.TRUE.equals(reply.get("isWritablePrimary")) || BsonBoolean.TRUE.equals(reply.get("ismaster"))) {
			this.primary = addressOf(heartbeat.getConnectionId());
			this.heard.set(this.nanoTime.getAsLong());
		}
	}

	/** Other members may be away: operations need the primary alone. */
	@Override
	public void serverHeartbeatFailed(ServerHeartbeatFailedEvent heartbeat) {
		var known = this.primary;
		if (known == null || known.equals(addressOf(heartbeat.getConnectionId()))) {
			this.heard.set(this.nanoTime.getAsLong() - this.patience.toNanos());
		}
	}

	private static ServerAddress addressOf(ConnectionId connection) {
		return connection.getServerId().getAddress();
	}

	/** Whether the primary has been silent for as long as an operation may take. */
	@Override
	public boolean getAsBoolean() {
		return this.nanoTime.getAsLong() - this.heard.get() >= this.patience.toNanos();
	}

}
