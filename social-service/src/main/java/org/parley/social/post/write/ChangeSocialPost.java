package org.parley.social.post.write;

import java.util.ArrayList;

import org.parley.contracts.media.MediaPurpose;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.web.IfMatch;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.VisiblePost;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Edits and deletes posts on behalf of their authors. */
@Component
class ChangeSocialPost {

	private final OwnSocialPosts own;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	private final SocialTextRenderer renderer;

	private final KnownMedia knownMedia;

	private final UnitOfWork unitOfWork;

	ChangeSocialPost(OwnSocialPosts own, SocialPosts posts, SocialPostEventPublisher events,
			SocialTextRenderer renderer, KnownMedia knownMedia, UnitOfWork unitOfWork) {
		this.own = own;
		this.posts = posts;
		this.events = events;
		this.renderer = renderer;
		this.knownMedia = knownMedia;
		this.unitOfWork = unitOfWork;
	}

	VisiblePost edit(String id, EditSocialPostRequest request, IfMatch condition, Caller caller) {
		requireMedia(id, request, condition, caller);
		return this.unitOfWork.run(() -> {
			var found = this.own.require(id, condition, caller);
			var before = found.post();
			before.requireShown();
			var text = request.textOf(before);
			var media = request.mediaOf(before);
			var visibility = request.visibilityOf(before);
			if (text.equals(before.text()) && media.equals(before.media()) && visibility == before.visibility()) {
				return found;
			}
			var after = before.edited(this.renderer.render(text), media, visibility, this.renderer.now());
			this.posts.update(before, after);
			this.events.publishEdited(before, after);
			return new VisiblePost(after, found.reader());
		});
	}

	void delete(String id, IfMatch condition, Caller caller) {
		this.unitOfWork.run(() -> {
			var before = this.own.require(id, condition, caller).post();
			var after = before.deleted();
			this.posts.update(before, after);
			this.events.publishRemoved(after);
		});
	}

	/** Media that the post has already may be gone meanwhile. */
	private void requireMedia(String id, EditSocialPostRequest request, IfMatch condition, Caller caller) {
		if (request.hasMedia()) {
			var before = this.own.require(id, condition, caller).post();
			var added = new ArrayList<>(request.mediaOf(before));
			added.removeAll(before.media());
			this.knownMedia.requireUsable(added, caller.id(), MediaPurpose.SOCIAL, "media");
		}
	}

}
