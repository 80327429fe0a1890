package org.parley.realtime.room;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.coverage.Coverage;
import org.parley.realtime.rights.Permission;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.session.Session;

import org.springframework.stereotype.Component;

/** Somebody wants to hear what happens in a thread, or to them. */
@Component
public class Joining {

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	private static final int TRIES = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** An offset of before all: what was missed since is not known. */
	private static final OptionalLong UNCERTAIN = OptionalLong.of(0);

	private final Rooms rooms;

	private final Broadcasting broadcasting;

	private final Rights rights;

	private final Coverage coverage;

	private final WaitLimit waits;

	private final MeterRegistry meters;

	Joining(Rooms rooms, Broadcasting broadcasting, Rights rights, Coverage coverage, WaitLimit waits,
			MeterRegistry meters) {
		this.rooms = rooms;
		this.broadcasting = broadcasting;
		this.rights = rights;
		this.coverage = coverage;
		this.waits = waits;
		this.meters = meters;
	}

	/**
	 * Lets a socket into the room of a thread, and tells what it has missed there.
	 * @param offset what the client has heard last, if it was here before
	 */
	public Joined thread(Session session, String threadId, OptionalLong offset) {
		var joined = join(session, threadId, offset);
		this.meters.counter("parley.realtime.joins", "outcome", joined.code()).increment();
		return joined;
	}

	/**
	 * Lets a socket into the room of the person behind it, if its token is for that, and
	 * out of it if not.
	 */
	public void person(Session session) {
		var room = Rooms.ofPerson(session.identity().userId());
		if (session.identity().isNotified() && !session.rooms().contains(room)) {
			var from = reliable(session.resumesFrom());
			this.broadcasting.welcome(room, this.rooms.enter(room, session), from);
		}
		// In first, checked then: who goes on with another token meanwhile is out.
		if (!session.identity().isNotified()) {
			this.rooms.leave(room, session);
		}
	}

	/** Whether something is an id as threads have one. */
	public static boolean isId(String text) {
		return ID.matcher(text).matches();
	}

	private Joined join(Session session, String threadId, OptionalLong offset) {
		if (!isId(threadId)) {
			return Joined.refused("request.invalid");
		}
		var room = Rooms.ofThread(threadId);
		if (session.isFull() && !session.rooms().contains(room)) {
			return Joined.refused("limit.exceeded");
		}
		var from = reliable(offset.isPresent() ? offset : session.resumesFrom());
		// In first, checked then: who is shown out while this goes on is out.
		var member = this.rooms.enter(room, session);
		var permission = permission(threadId, session);
		if (permission != Permission.GRANTED) {
			this.rooms.leave(room, session);
			return Joined.refused(permission.code());
		}
		return new Joined("ok", this.broadcasting.welcome(room, member, from));
	}

	/**
	 * The offset, once the log has everything that was published before this instance
	 * listened. Rights are as new then, so a join without an offset waits, too.
	 */
	private OptionalLong reliable(OptionalLong offset) {
		return (this.coverage.await() || offset.isEmpty()) ? offset : UNCERTAIN;
	}

	private Permission permission(String threadId, Session session) {
		var permission = ask(threadId, session);
		if (permission == Permission.UNKNOWN && this.waits.begin(session.origin(), threadId)) {
			try {
				return await(threadId, session);
			}
			finally {
				this.waits.end(session.origin());
			}
		}
		return permission;
	}

	private Permission await(String threadId, Session session) {
		var permission = Permission.UNKNOWN;
		for (var tries = 1; permission == Permission.UNKNOWN && tries < TRIES; tries++) {
			pause();
			permission = ask(threadId, session);
		}
		return permission;
	}

	private Permission ask(String threadId, Session session) {
		return this.rights.reading(threadId, session.identity().reader());
	}

	private static void pause() {
		new CompletableFuture<Void>().completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
