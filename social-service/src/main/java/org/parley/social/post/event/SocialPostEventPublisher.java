package org.parley.social.post.event;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.media.MediaAudience;
import org.parley.contracts.media.MediaSubject;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.contracts.social.SocialCommentChanged;
import org.parley.contracts.social.SocialCommentData;
import org.parley.contracts.social.SocialCommentRemoved;
import org.parley.contracts.social.SocialPostChanged;
import org.parley.contracts.social.SocialPostData;
import org.parley.contracts.social.SocialPostReference;
import org.parley.contracts.social.SocialPostRemoved;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialReactionChanged;
import org.parley.contracts.social.SocialVisibility;
import org.parley.social.person.SocialPeople;
import org.parley.social.person.SocialPerson;
import org.parley.social.post.SocialPost;
import org.parley.social.post.comment.SocialComment;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes the changes of posts, comments and reactions, within the transaction. */
@Component
public class SocialPostEventPublisher {

	private final SocialPeople people;

	private final SocialMentions mentions;

	private final ApplicationEventPublisher publisher;

	SocialPostEventPublisher(SocialPeople people, SocialMentions mentions, ApplicationEventPublisher publisher) {
		this.people = people;
		this.mentions = mentions;
		this.publisher = publisher;
	}

	public void publishCreated(SocialPost post) {
		publish("social-post.created", post, null, null, mentioned(post));
		if (!post.media().isEmpty()) {
			this.publisher.publishEvent(mediaUse(post));
		}
	}

	public void publishEdited(SocialPost before, SocialPost after) {
		publish("social-post.edited", after, before.visibility(), before.status().isRestricted(), mentioned(after));
		if (!before.media().isEmpty() || !after.media().isEmpty()) {
			this.publisher.publishEvent(mediaUse(after));
		}
	}

	/** Publishes that moderation has replaced the text of a post. */
	public void publishCorrected(SocialPost before, SocialPost after) {
		publish("social-post.edited", after, before.visibility(), true, mentioned(after));
		if (!after.media().isEmpty()) {
			this.publisher.publishEvent(mediaUse(after));
		}
	}

	/** Publishes a post that everybody may see now. */
	public void publishOpened(SocialPost post) {
		publish("social-post.opened", post, null, null, List.of());
	}

	/** Publishes that a post is gone, to everybody who could see it before. */
	public void publishRemoved(SocialPost post) {
		var author = find(post.authorId());
		var everybody = post.visibility() == SocialVisibility.PUBLIC && (author == null || !author.closed());
		var removed = new SocialPostReference(post.id(), reference(author, post.authorId()), post.visibility(),
				everybody, post.commentCount());
		this.publisher.publishEvent(new SocialPostRemoved(removed, post.status().isRestricted(), post.version()));
		if (!post.media().isEmpty()) {
			this.publisher.publishEvent(mediaUse(post));
		}
	}

	/**
	 * Publishes a comment.
	 * @param answered the author of the comment that it answers
	 */
	public void publishCommented(SocialComment comment, SocialPost post, @Nullable String answered) {
		publish("social-comment.created", comment, post, new Addressees(answered, mentioned(comment, post)), null);
	}

	public void publishEdited(SocialComment comment, SocialPost post) {
		publish("social-comment.edited", comment, post, new Addressees(null, mentioned(comment, post)), false);
	}

	/** Publishes a comment that everybody may see now. */
	public void publishOpened(SocialComment comment, SocialPost post) {
		publish("social-comment.opened", comment, post, new Addressees(null, List.of()), null);
	}

	/** Publishes that moderation shows a comment again, or has replaced its text. */
	public void publishRestored(SocialComment comment, SocialPost post, @Nullable String answered) {
		publish("social-comment.edited", comment, post, new Addressees(answered, mentioned(comment, post)), true);
	}

	public void publishRemoved(SocialComment comment, SocialPost post) {
		this.publisher.publishEvent(new SocialCommentRemoved(
				new SocialCommentRemoved.RemovedComment(comment.id(), person(comment.authorId()), comment.replyTo()),
				reference(post), comment.status().isRestricted(), comment.version()));
	}

	/** Publishes a reaction to a post, or that it was taken back. */
	public void publishReacted(SocialPost post, String personId, @Nullable String kind) {
		var target = new SocialReactionChanged.ReactedTarget("post", post.id(), person(post.authorId()));
		this.publisher.publishEvent(
				new SocialReactionChanged(target, reference(post), person(personId), kind, post.shownReactions()));
	}

	/** Publishes a reaction to a comment, or that it was taken back. */
	public void publishReacted(SocialComment comment, SocialPost post, String personId, @Nullable String kind) {
		var target = new SocialReactionChanged.ReactedTarget("comment", comment.id(), person(comment.authorId()));
		this.publisher.publishEvent(
				new SocialReactionChanged(target, reference(post), person(personId), kind, comment.shownReactions()));
	}

	/** A deleted post uses no media; a hidden one shows them to its author alone. */
	public static MediaUseChanged mediaUse(SocialPost post) {
		var used = (post.status() == SocialPostStatus.DELETED) ? List.<String>of() : post.media();
		return MediaUseChanged.of(new MediaSubject("social-post", post.id()), post.authorId(), used,
				post.isPublic() ? MediaAudience.ACCOUNT : MediaAudience.RESTRICTED, post.version());
	}

	private List<PersonReference> mentioned(SocialPost post) {
		return this.mentions.in(post.text(), post.authorId(), post);
	}

	private List<PersonReference> mentioned(SocialComment comment, SocialPost post) {
		return this.mentions.in(comment.text(), comment.authorId(), post);
	}

	private void publish(String type, SocialPost post, @Nullable SocialVisibility before, @Nullable Boolean restored,
			List<PersonReference> mentioned) {
		var author = find(post.authorId());
		this.publisher.publishEvent(new SocialPostChanged(type,
				new SocialPostData(post.id(), reference(author, post.authorId()), post.text(), post.html(),
						post.media(), post.visibility(), isForEverybody(post, author), post.createdAt(),
						post.editedAt(), post.version()),
				before, restored, mentioned));
	}

	private void publish(String type, SocialComment comment, SocialPost post, Addressees addressees,
			@Nullable Boolean restored) {
		var answered = addressees.answered();
		this.publisher.publishEvent(new SocialCommentChanged(type,
				new SocialCommentData(comment.id(), person(comment.authorId()), comment.replyTo(), comment.text(),
						comment.html(), comment.createdAt(), comment.editedAt(), comment.version()),
				reference(post), (answered != null) ? person(answered) : null, restored, addressees.mentioned()));
	}

	private SocialPostReference reference(SocialPost post) {
		var author = find(post.authorId());
		return new SocialPostReference(post.id(), reference(author, post.authorId()), post.visibility(),
				isForEverybody(post, author), post.commentCount());
	}

	/** Whether guests may see the post. */
	public boolean isForEverybody(SocialPost post) {
		return isForEverybody(post, find(post.authorId()));
	}

	private static boolean isForEverybody(SocialPost post, @Nullable SocialPerson author) {
		return post.isActive() && post.visibility() == SocialVisibility.PUBLIC && author != null && !author.closed();
	}

	/** A person as named in events. */
	public PersonReference person(String id) {
		return reference(find(id), id);
	}

	private static PersonReference reference(@Nullable SocialPerson person, String id) {
		return SocialPerson.reference(id, (person != null) ? Map.of(id, person) : Map.of());
	}

	private @Nullable SocialPerson find(String id) {
		return this.people.find(Set.of(id)).get(id);
	}

	/**
	 * The people whom a comment addresses.
	 *
	 * @param answered the author of the comment that it answers
	 */
	private record Addressees(@Nullable String answered, List<PersonReference> mentioned) {
	}

}
