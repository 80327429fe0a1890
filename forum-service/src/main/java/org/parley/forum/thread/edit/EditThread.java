package org.parley.forum.thread.edit;

import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadRetitled;
import org.parley.platform.domain.Caller;
import org.parley.platform.web.IfMatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Replaces the title, the tags, or both. Another spelling of the same tags needs no new
 * check.
 */
@Component
class EditThread {

	private final ChangeThread changeThread;

	private final ApplicationEventPublisher publisher;

	EditThread(ChangeThread changeThread, ApplicationEventPublisher publisher) {
		this.changeThread = changeThread;
		this.publisher = publisher;
	}

	ForumThread edit(String id, ThreadRequest request, Caller caller, IfMatch condition) {
		return this.changeThread.change(id, caller, condition, (thread, writer) -> {
			var title = thread.title();
			var tags = thread.tagKeys();
			var event = thread.edit(writer, request.title(), request.tags());
			if (!thread.title().equals(title) || !thread.tagKeys().equals(tags)) {
				this.publisher.publishEvent(new ThreadRetitled(id));
			}
			return event;
		});
	}

}
