package org.parley.realtime.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.github.f4b6a3.ulid.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.realtime.rights.Permission;
import org.parley.realtime.rights.Rights;
import org.parley.realtime.session.Session;

import org.springframework.stereotype.Component;

/** Somebody wants to hear what happens in a thread, or to them. */
@Component
public class Joining {

	private static final Pattern ID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

	/** So young that its event may still be under way. */
	private static final Duration YOUNG = Duration.ofMinutes(1);

	private static final int TRIES = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Rooms rooms;

	private final Broadcasting broadcasting;

	private final Rights rights;

	private final InstantSource clock;

	private final MeterRegistry meters;

	Joining(Rooms rooms, Broadcasting broadcasting, Rights rights, InstantSource clock, MeterRegistry meters) {
		this.rooms = rooms;
		this.broadcasting = broadcasting;
		this.rights = rights;
		this.clock = clock;
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
			this.broadcasting.welcome(room, this.rooms.enter(room, session), null, session.resumesFrom());
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
		// In first, checked then: who is shown out while this goes on is out.
		var member = this.rooms.enter(room, session);
		var permission = permission(threadId, session);
		if (permission != Permission.GRANTED) {
			this.rooms.leave(room, session);
			return Joined.refused(permission.code());
		}
		var from = offset.isPresent() ? offset : session.resumesFrom();
		return new Joined("ok", this.broadcasting.welcome(room, member, threadId, from));
	}

	private Permission permission(String threadId, Session session) {
		var permission = this.rights.reading(threadId, session.identity().reader());
		for (var tries = 1; permission == Permission.UNKNOWN && tries < TRIES && isYoung(threadId); tries++) {
			pause();
			permission = this.rights.reading(threadId, session.identity().reader());
		}
		return permission;
	}

	private boolean isYoung(String threadId) {
		return Ulid.from(threadId).getInstant().isAfter(this.clock.instant().minus(YOUNG));
	}

	private static void pause() {
		new CompletableFuture<Void>().completeOnTimeout(null, PAUSE.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
