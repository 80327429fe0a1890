package org.parley.realtime.news;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;
import org.parley.realtime.room.Broadcasting;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.Rooms;

/** Hears what becomes of posts. What readers may not see goes to nobody. */
abstract class PostListener {

	private final EventSink sink;

	PostListener(EventSink sink) {
		this.sink = sink;
	}

	@Hears("post.created")
	void onCreated(ToldPost told, EventEnvelope event) {
		if (ToldPost.isShown(told.post().status())) {
			tell("new-post", told.thread(), told.post().id(), LivePost.fresh(told.post(), told.thread().id()), event);
		}
	}

	@Hears("post.edited")
	void onEdited(ToldPost told, EventEnvelope event) {
		update(told, "pending", event);
	}

	@Hears("post.restored")
	void onRestored(ToldPost told, EventEnvelope event) {
		update(told, null, event);
	}

	@Hears("post.removed")
	void onRemoved(RemovedPost told, EventEnvelope event) {
		remove(told.post(), told.thread(), told.status(), told.version(), event);
	}

	@Hears("post.status-changed")
	void onJudged(JudgedPost told, EventEnvelope event) {
		if (!ToldPost.isShown(told.status())) {
			remove(told.reference(), told.thread(), told.status(), told.version(), event);
			return;
		}
		var thread = told.thread().id();
		var post = told.post();
		var data = (post != null) ? LivePost.of(post, thread, told.moderation())
				: new PostStanding(told.reference().id(), thread, told.reference().number(), told.status(),
						told.moderation(), told.version());
		tell("post-updated", told.thread(), told.reference().id(), data, event);
	}

	/** Who has the thread open where it was sees it go, who has the other one, come. */
	@Hears("post.moved")
	void onMoved(MovedPost told, EventEnvelope event) {
		remove(told.left(), told.from(), "moved", told.version(), event);
		var post = told.post();
		if (post != null && ToldPost.isShown(told.status())) {
			tell("post-updated", told.thread(), post.id(), LivePost.of(post, told.thread().id(), null), event);
		}
	}

	private void update(ToldPost told, @Nullable String moderation, EventEnvelope event) {
		if (ToldPost.isShown(told.post().status())) {
			replace("post-updated", told.thread(), told.post().id(),
					LivePost.of(told.post(), told.thread().id(), moderation), event);
		}
	}

	private void remove(PostReference post, ThreadReference thread, String status, long version, EventEnvelope event) {
		replace("post-removed", thread, post.id(),
				new PostStanding(post.id(), thread.id(), post.number(), status, null, version), event);
	}

	private void tell(String name, ThreadReference thread, String post, Object data, EventEnvelope event) {
		this.sink.tell(Rooms.ofThread(thread.id()), live(name, thread, post, data, event));
	}

	private void replace(String name, ThreadReference thread, String post, Object data, EventEnvelope event) {
		this.sink.replace(Rooms.ofThread(thread.id()), live(name, thread, post, data, event));
	}

	private static LiveEvent live(String name, ThreadReference thread, String post, Object data, EventEnvelope event) {
		return new LiveEvent(name, event.id(), event.type(), thread.id(), post, data);
	}

	/** Tells the sockets of this instance. */
	@Listens(value = "realtime", repeatable = true)
	static final class Live extends PostListener {

		Live(Broadcasting broadcasting) {
			super(broadcasting);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@Listens(value = "realtime_replay", repeatable = true)
	static final class Recorded extends PostListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
