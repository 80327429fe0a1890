package org.parley.realtime.event.social;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialPostData;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.session.SocketSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Tells followers that their feed has new posts, or has lost some, by the posts' ids.
 * Those of {@code parley.realtime.feed.pause} are told together, to those who follow
 * then.
 */
@Component
class FeedAnnouncer {

	private static final Logger log = LoggerFactory.getLogger(FeedAnnouncer.class);

	private final RoomFollows follows;

	private final SocketSessions socketSessions;

	private final RoomBroadcaster roomBroadcaster;

	private final TaskScheduler scheduler;

	private final Duration pause;

	private final Queue<AnnouncedPost> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean scheduled = new AtomicBoolean();

	FeedAnnouncer(RoomFollows follows, SocketSessions socketSessions, RoomBroadcaster roomBroadcaster,
			TaskScheduler scheduler, @Value("${parley.realtime.feed.pause:1s}") Duration pause) {
		this.follows = follows;
		this.socketSessions = socketSessions;
		this.roomBroadcaster = roomBroadcaster;
		this.scheduler = scheduler;
		this.pause = pause;
	}

	void announce(AnnouncedPost post) {
		this.waiting.add(post);
		schedule();
	}

	private void schedule() {
		if (this.scheduled.compareAndSet(false, true)) {
			var _ = this.scheduler.schedule(this::announceWaiting,
					this.scheduler.getClock().instant().plus(this.pause));
		}
	}

	/** Posts that arrive from here on schedule the next run. */
	private void announceWaiting() {
		this.scheduled.set(false);
		var posts = Stream.generate(this.waiting::poll).takeWhile((post) -> post != null).toList();
		try {
			byReader(posts).entrySet()
				.stream()
				.collect(Collectors.groupingBy(Map.Entry::getValue,
						Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
				.forEach(this::tell);
		}
		catch (DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("New posts are announced later");
			this.waiting.addAll(posts);
			schedule();
		}
	}

	/** Finds the new posts of each connected follower, by one query for an author. */
	private Map<String, List<AnnouncedPost>> byReader(Collection<AnnouncedPost> posts) {
		var readers = this.socketSessions.users();
		var found = new LinkedHashMap<String, List<AnnouncedPost>>();
		if (readers.isEmpty()) {
			return found;
		}
		posts.stream()
			.collect(Collectors.groupingBy(AnnouncedPost::authorId, LinkedHashMap::new, Collectors.toList()))
			.forEach((author, some) -> this.follows.findFollowersAmong(readers, author)
				.forEach((reader) -> found.computeIfAbsent(reader, (_) -> new ArrayList<>()).addAll(some)));
		return found;
	}

	/**
	 * Readers with the same posts share one encoded event. Of what happened to a post in
	 * a pause, the last counts.
	 */
	private void tell(List<AnnouncedPost> posts, Set<String> readers) {
		posts.stream()
			.collect(Collectors.toMap(AnnouncedPost::id, Function.identity(), (_, last) -> last, LinkedHashMap::new))
			.values()
			.stream()
			.collect(Collectors.groupingBy(AnnouncedPost::name, LinkedHashMap::new, Collectors.toList()))
			.forEach((name, some) -> this.roomBroadcaster.tell(readers, event(name, some),
					RoomKind.SOCIAL_POST.readScope()));
	}

	private static LiveEvent event(String name, List<AnnouncedPost> posts) {
		var last = posts.getLast();
		var ids = posts.stream().map(AnnouncedPost::id).toList();
		return new LiveEvent(name, last.eventId(), last.type(), null, "feed", Map.of("ids", ids));
	}

	/**
	 * A post that the followers of its author see now, or see no more.
	 *
	 * @param name of the event that tells them
	 * @param eventId id of the source event
	 * @param type type of the source event
	 */
	record AnnouncedPost(String name, String id, String authorId, String eventId, String type) {

		static AnnouncedPost added(SocialPostData post, EventEnvelope cause) {
			return new AnnouncedPost("feed-updated", post.id(), post.author().id(), cause.id(), cause.type());
		}

		static AnnouncedPost removed(String id, PersonReference author, EventEnvelope cause) {
			return new AnnouncedPost("feed-removed", id, author.id(), cause.id(), cause.type());
		}

	}

}
