package org.parley.social.post.write;

import java.util.Objects;

import org.parley.platform.security.Caller;
import org.parley.platform.web.IfMatch;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.VisiblePost;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Edits and deletes posts on behalf of their authors. */
@Component
class ChangeSocialPost {

	private final SocialPeople people;

	private final SocialPostAccess access;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	private final SocialTextRenderer renderer;

	private final UnitOfWork unitOfWork;

	ChangeSocialPost(SocialPeople people, SocialPostAccess access, SocialPosts posts, SocialPostEventPublisher events,
			SocialTextRenderer renderer, UnitOfWork unitOfWork) {
		this.people = people;
		this.access = access;
		this.posts = posts;
		this.events = events;
		this.renderer = renderer;
		this.unitOfWork = unitOfWork;
	}

	VisiblePost edit(String id, EditSocialPostRequest request, IfMatch condition, Caller caller) {
		return this.unitOfWork.run(() -> {
			var found = own(id, condition, caller);
			var before = found.post();
			var text = (request.text() != null) ? request.text() : Objects.requireNonNullElse(before.text(), "");
			var visibility = (request.visibility() != null) ? request.visibility() : before.visibility();
			if (text.equals(before.text()) && visibility == before.visibility()) {
				return found;
			}
			var after = before.edited(this.renderer.render(text), visibility, this.renderer.now());
			this.posts.update(before, after);
			this.events.publishEdited(before, after);
			return new VisiblePost(after, found.reader());
		});
	}

	void delete(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			var before = own(id, condition, caller).post();
			var after = before.deleted();
			this.posts.update(before, after);
			this.events.publishRemoved(after);
			return after;
		});
	}

	private VisiblePost own(String id, IfMatch condition, Caller caller) {
		var found = this.access.require(id, caller);
		found.post().requireAuthor(caller.id());
		this.people.requireWriter(caller);
		condition.require(found.post().version());
		return found;
	}

}
