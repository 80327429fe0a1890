package org.parley.realtime.news;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.room.Broadcasting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An instance's queue goes with its connection to the broker, and what is said before
 * there is a new one is missed. So whoever is here then reads anew.
 */
@Component
class Gaps implements ConnectionListener {

	private static final Logger log = LoggerFactory.getLogger(Gaps.class);

	private final Broadcasting broadcasting;

	private final Duration settling;

	Gaps(ConnectionFactory broker, Broadcasting broadcasting,
			@Value("${parley.realtime.gaps.settling:2s}") Duration settling) {
		this.broadcasting = broadcasting;
		this.settling = settling;
		broker.addConnectionListener(this);
	}

	/** The queue is bound a moment after this. */
	@Override
	public void onCreate(@Nullable Connection connection) {
		log.debug("Clients read anew when the queue is there");
		var later = CompletableFuture.delayedExecutor(this.settling.toMillis(), TimeUnit.MILLISECONDS);
		var _ = CompletableFuture.runAsync(this.broadcasting::resync, later);
	}

}
