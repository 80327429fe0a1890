package org.parley.social.post.comment.write;

import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.platform.web.IfMatch;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.post.comment.VisibleComment;

import org.springframework.stereotype.Component;

/** Edits and deletes comments on behalf of their authors. */
@Component
class ChangeComment {

	private final SocialPeople people;

	private final SocialCommentAccess access;

	private final CommentChanges changes;

	private final SocialTextRenderer renderer;

	private final StripedLocks locks;

	ChangeComment(SocialPeople people, SocialCommentAccess access, CommentChanges changes, SocialTextRenderer renderer,
			StripedLocks locks) {
		this.people = people;
		this.access = access;
		this.changes = changes;
		this.renderer = renderer;
		this.locks = locks;
	}

	VisibleComment edit(String id, String text, IfMatch condition, Caller caller) {
		var rendered = this.renderer.render(text);
		return this.locks.runAlone(own(id, condition, caller).post().id(), () -> {
			var found = own(id, condition, caller);
			found.comment().requireShown();
			if (text.equals(found.comment().text())) {
				return found;
			}
			var after = found.comment().edited(rendered, this.renderer.now());
			this.changes.edit(found.comment(), after, found.post());
			return new VisibleComment(after, found.post(), found.reader());
		});
	}

	void delete(String id, IfMatch condition, Caller caller) {
		this.locks.runAlone(own(id, condition, caller).post().id(), () -> {
			var found = own(id, condition, caller);
			this.changes.remove(found.comment(), found.comment().deleted());
			return found;
		});
	}

	private VisibleComment own(String id, IfMatch condition, Caller caller) {
		var found = this.access.require(id, caller);
		found.comment().requireAuthor(caller.id());
		this.people.requireWriter(caller);
		condition.require(found.comment().version());
		return found;
	}

}
