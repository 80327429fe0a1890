package org.parley.realtime.revocation;

import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.security.revocation.Revocation;
import org.parley.realtime.session.SocketSession;
import org.parley.realtime.session.SocketSessions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the sockets whose tokens a revocation covers. Repetitions have no effect. */
@Component
class RevokedSocketCloser {

	private final SocketSessions socketSessions;

	private final MeterRegistry meters;

	RevokedSocketCloser(SocketSessions socketSessions, MeterRegistry meters) {
		this.socketSessions = socketSessions;
		this.meters = meters;
	}

	@EventListener
	void close(Revocation revocation) {
		covered(revocation).forEach((socketSession) -> {
			this.meters.counter("parley.realtime.revoked").increment();
			socketSession.end("auth.token-revoked");
		});
	}

	private Stream<SocketSession> covered(Revocation revocation) {
		var version = revocation.ver();
		if (revocation.sid() != null) {
			return this.socketSessions.findAll()
				.stream()
				.filter((socketSession) -> socketSession.identity().sessionId().equals(revocation.sid()));
		}
		if (revocation.userId() != null && version != null) {
			return this.socketSessions.findByUser(revocation.userId())
				.stream()
				.filter((socketSession) -> socketSession.identity().version() < version);
		}
		return Stream.empty();
	}

}
