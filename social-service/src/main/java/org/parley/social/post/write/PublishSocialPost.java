package org.parley.social.post.write;

import org.parley.contracts.media.MediaPurpose;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Publishes a post. */
@Component
class PublishSocialPost {

	private final SocialPeople people;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	private final SocialTextRenderer renderer;

	private final KnownMedia knownMedia;

	private final UnitOfWork unitOfWork;

	PublishSocialPost(SocialPeople people, SocialPosts posts, SocialPostEventPublisher events,
			SocialTextRenderer renderer, KnownMedia knownMedia, UnitOfWork unitOfWork) {
		this.people = people;
		this.posts = posts;
		this.events = events;
		this.renderer = renderer;
		this.knownMedia = knownMedia;
		this.unitOfWork = unitOfWork;
	}

	SocialPost publish(SocialPostRequest request, Caller caller) {
		var author = this.people.requireWriter(caller);
		var text = this.renderer.render(request.content());
		var media = request.mediaIds();
		this.knownMedia.requireUsable(media, author.id(), MediaPurpose.SOCIAL, "media");
		return this.unitOfWork.run(() -> {
			var post = SocialPost.of(author.id(), text, media, request.audience(), this.renderer.now());
			this.posts.insert(post);
			this.events.publishCreated(post);
			return post;
		});
	}

}
