package org.parley.realtime.event;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.LiveEvent;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;
import org.parley.realtime.room.Rooms;

/** Hears what becomes of posts. What readers may not see goes to nobody. */
abstract class LivePostListener {

	private final EventSink sink;

	LivePostListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("post.created")
	void onCreated(PostChangedData told, EventEnvelope event) {
		if (PostChangedData.isShown(told.post().status())) {
			tell("new-post", told.thread(), told.post().id(), LivePost.fresh(told.post(), told.thread().id()), event);
		}
	}

	@EventHandler("post.edited")
	void onEdited(PostChangedData told, EventEnvelope event) {
		update(told, "pending", event);
	}

	@EventHandler("post.restored")
	void onRestored(PostChangedData told, EventEnvelope event) {
		update(told, null, event);
	}

	@EventHandler("post.removed")
	void onRemoved(PostRemovedData told, EventEnvelope event) {
		remove(told.post(), told.thread(), told.status(), told.version(), event);
	}

	@EventHandler("post.status-changed")
	void onJudged(PostStatusChangedData told, EventEnvelope event) {
		if (!PostChangedData.isShown(told.status())) {
			remove(told.reference(), told.thread(), told.status(), told.version(), event);
			return;
		}
		var thread = told.thread().id();
		var post = told.post();
		var data = (post != null) ? LivePost.of(post, thread, told.moderation())
				: new LivePostStatus(told.reference().id(), thread, told.reference().number(), told.status(),
						told.moderation(), told.version());
		tell("post-updated", told.thread(), told.reference().id(), data, event);
	}

	/** Who has the thread open where it was sees it go, who has the other one, come. */
	@EventHandler("post.moved")
	void onMoved(PostMovedData told, EventEnvelope event) {
		remove(told.left(), told.from(), "moved", told.version(), event);
		var post = told.post();
		if (post != null && PostChangedData.isShown(told.status())) {
			tell("post-updated", told.thread(), post.id(), LivePost.of(post, told.thread().id(), null), event);
		}
	}

	private void update(PostChangedData told, @Nullable String moderation, EventEnvelope event) {
		if (PostChangedData.isShown(told.post().status())) {
			replace("post-updated", told.thread(), told.post().id(),
					LivePost.of(told.post(), told.thread().id(), moderation), event);
		}
	}

	private void remove(LivePostReference post, LiveThreadReference thread, String status, long version,
			EventEnvelope event) {
		replace("post-removed", thread, post.id(),
				new LivePostStatus(post.id(), thread.id(), post.number(), status, null, version), event);
	}

	private void tell(String name, LiveThreadReference thread, String post, Object data, EventEnvelope event) {
		this.sink.tell(Rooms.ofThread(thread.id()), live(name, thread, post, data, event));
	}

	private void replace(String name, LiveThreadReference thread, String post, Object data, EventEnvelope event) {
		this.sink.replace(Rooms.ofThread(thread.id()), live(name, thread, post, data, event));
	}

	private static LiveEvent live(String name, LiveThreadReference thread, String post, Object data,
			EventEnvelope event) {
		return new LiveEvent(name, event.id(), event.type(), thread.id(), post, data);
	}

	/** Tells the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LivePostListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Puts into the log what an instance may have missed. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LivePostListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
