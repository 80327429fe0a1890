package org.parley.social.post.write;

import java.time.InstantSource;

import org.parley.platform.security.Caller;
import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.SocialText;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Publishes a post. */
@Component
class PublishSocialPost {

	private final SocialPeople people;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	private final Markdown markdown;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	PublishSocialPost(SocialPeople people, SocialPosts posts, SocialPostEventPublisher events, Markdown markdown,
			UnitOfWork unitOfWork, InstantSource clock) {
		this.people = people;
		this.posts = posts;
		this.events = events;
		this.markdown = markdown;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	SocialPost publish(SocialPostRequest request, Caller caller) {
		request.requireNoMedia();
		var author = this.people.requireWriter(caller);
		var text = SocialText.of(request.text(), this.markdown);
		return this.unitOfWork.run(() -> {
			var post = SocialPost.of(author.id(), text, request.audience(), this.clock.instant());
			this.posts.insert(post);
			this.events.publishCreated(post);
			return post;
		});
	}

}
