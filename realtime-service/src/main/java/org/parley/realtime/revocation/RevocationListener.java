package org.parley.realtime.revocation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.security.revocation.Revocation;
import org.parley.platform.security.revocation.RevocationListeners;
import org.parley.platform.security.revocation.Revocations;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * Applies the events that revoke tokens. While the broker is unavailable, events are
 * missed; the queue is bound shortly after a connection opens.
 */
@EventConsumer(value = "realtime", repeatable = true)
@EnableConfigurationProperties(SocketRevocationSettings.class)
class RevocationListener implements ConnectionListener {

	private static final String SOURCE = "broker";

	private final Revocations revocations;

	private final RevocationListeners listeners;

	private final SocketRevocationSettings settings;

	RevocationListener(Revocations revocations, RevocationListeners listeners, SocketRevocationSettings settings,
			ConnectionFactory broker) {
		this.revocations = revocations;
		this.listeners = listeners;
		this.settings = settings;
		broker.addConnectionListener(this);
	}

	@EventHandler({ "session.revoked", "user.banned", "user.role-changed", "user.groups-changed" })
	void onRevocation(JsonNode event) {
		this.revocations.add(Revocation.of(event));
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		var later = CompletableFuture.delayedExecutor(this.settings.settling().toMillis(), TimeUnit.MILLISECONDS);
		var _ = CompletableFuture.runAsync(() -> {
			if (connection != null && connection.isOpen()) {
				this.listeners.opened(SOURCE);
			}
		}, later);
	}

	@Override
	public void onClose(Connection connection) {
		this.listeners.closed(SOURCE);
	}

}
