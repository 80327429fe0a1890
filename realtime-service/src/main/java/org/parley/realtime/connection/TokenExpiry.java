package org.parley.realtime.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.realtime.session.SocketIdentified;
import org.parley.realtime.session.SocketSessions;
import org.parley.realtime.task.DueTask;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Closes sockets whose access token has expired, within a second. Without sockets that
 * have a token it does nothing.
 */
@Component
class TokenExpiry {

	/** The least time between two runs. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final SocketSessions socketSessions;

	private final InstantSource clock;

	private final DueTask dueTask;

	TokenExpiry(SocketSessions socketSessions, InstantSource clock, TaskScheduler scheduler) {
		this.socketSessions = socketSessions;
		this.clock = clock;
		this.dueTask = new DueTask(scheduler, this::closeExpired);
	}

	@EventListener
	void on(SocketIdentified identified) {
		var expiresAt = identified.identity().expiresAt();
		if (expiresAt.isBefore(Instant.MAX)) {
			this.dueTask.runBy(latest(expiresAt, this.clock.instant()));
		}
	}

	private Optional<Instant> closeExpired() {
		var now = this.clock.instant();
		this.socketSessions.findExpired(now).forEach((session) -> session.interrupt("auth.token-expired"));
		return this.socketSessions.findNextExpiry().map((next) -> latest(next, now.plus(PAUSE)));
	}

	private static Instant latest(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
