package org.parley.platform.mongo.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.ConnectionPoolSettings;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.validation.annotation.Validated;

/**
 * How long a service waits for MongoDB.
 *
 * @param selection how long an operation waits for a primary and a free connection
 * @param request how long an operation or transaction of a request may take in all; twice
 * as long in the first minute of a process
 * @param transaction how long another transaction may take; the server ends each after
 * ten seconds
 * @param silence how long a server may be silent before its connections are closed, on
 * top of the heartbeat
 * @param heartbeat how often the driver checks each server
 */
@Validated
@ConfigurationProperties("parley.database")
public record DatabaseTimeouts(@NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration selection,
		@NotNull @DurationMin(millis = 1) @DefaultValue("2s") Duration request,
		@NotNull @DurationMin(millis = 1) @DefaultValue("10s") Duration transaction,
		@NotNull @DurationMin(millis = 1) @DefaultValue("5s") Duration silence,
		@NotNull @DurationMin(millis = 500) @DefaultValue("1s") Duration heartbeat)
		implements
			MongoClientSettingsBuilderCustomizer {

	/** In which a process loads and compiles what it runs. */
	static final Duration WARM_UP = Duration.ofMinutes(1);

	/** As many as a busy service uses, unless the connection string names a number. */
	private static final int CONNECTIONS = 8;

	/** How long an operation of a request may take in a process of an age. */
	Duration request(Duration age) {
		return (age.compareTo(WARM_UP) < 0) ? this.request.multipliedBy(2) : this.request;
	}

	@Override
	public void customize(MongoClientSettings.Builder settings) {
		settings.applyToClusterSettings(
				(cluster) -> cluster.serverSelectionTimeout(this.selection.toMillis(), TimeUnit.MILLISECONDS));
		settings
			.applyToSocketSettings((socket) -> socket.connectTimeout(this.silence.toMillis(), TimeUnit.MILLISECONDS));
		settings.applyToServerSettings(
				(server) -> server.heartbeatFrequency(this.heartbeat.toMillis(), TimeUnit.MILLISECONDS));
		settings.applyToConnectionPoolSettings(DatabaseTimeouts::keepConnections);
	}

	/** The first requests after a start otherwise wait while connections are opened. */
	private static void keepConnections(ConnectionPoolSettings.Builder pool) {
		var configured = pool.build();
		if (configured.getMinSize() == 0) {
			pool.minSize(Math.min(CONNECTIONS, configured.getMaxSize()));
		}
	}

}
