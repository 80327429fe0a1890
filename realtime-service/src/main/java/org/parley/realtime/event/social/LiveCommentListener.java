package org.parley.realtime.event.social;

import java.util.Map;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.realtime.room.EventSink;
import org.parley.realtime.room.ReplayRecorder;
import org.parley.realtime.room.RoomBroadcaster;

/** Publishes comments and reactions to the room of their post. */
abstract class LiveCommentListener {

	private final EventSink sink;

	LiveCommentListener(EventSink sink) {
		this.sink = sink;
	}

	@EventHandler("social-comment.created")
	void onCreated(CommentEventData event, EventEnvelope envelope) {
		var comment = event.comment();
		this.sink.publish(event.post().room(), event.post()
			.liveEvent("new-comment", comment.id(), event.live(Map.of()), comment.author().id(), envelope));
	}

	@EventHandler("social-comment.edited")
	void onEdited(CommentEventData event, EventEnvelope envelope) {
		var comment = event.comment();
		this.sink.replace(event.post().room(), event.post()
			.liveEvent("comment-updated", comment.id(), event.live(null), comment.author().id(), envelope));
	}

	@EventHandler("social-comment.removed")
	void onRemoved(CommentRemovedEventData event, EventEnvelope envelope) {
		var comment = event.comment();
		this.sink.replace(event.post().room(),
				event.post().liveEvent("comment-removed", comment.id(), event.live(), comment.author().id(), envelope));
	}

	/** Only the last reaction of each person stays in the log. */
	@EventHandler("social-reaction.changed")
	void onReacted(ReactionEventData event, EventEnvelope envelope) {
		this.sink.replace(event.post().room(), event.post()
			.liveEvent("reaction-updated", "reaction:" + event.target().id(), event.live(), event.by().id(), envelope));
	}

	/** Publishes to the sockets of this instance. */
	@EventConsumer(value = "realtime", repeatable = true)
	static final class Live extends LiveCommentListener {

		Live(RoomBroadcaster roomBroadcaster) {
			super(roomBroadcaster);
		}

	}

	/** Records the events in the replay log. */
	@EventConsumer(value = "realtime_replay", repeatable = true)
	static final class Recorded extends LiveCommentListener {

		Recorded(ReplayRecorder recorder) {
			super(recorder);
		}

	}

}
