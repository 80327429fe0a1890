package org.parley.notification.social;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NewsAudience;
import org.parley.notification.news.PersonalNews;
import org.parley.notification.news.SocialPostPlace;
import org.parley.platform.readmodels.relation.PersonRelations;

import org.springframework.stereotype.Component;

/**
 * Decides by the events of social-service. Blocks hold for all news about what others
 * write, in the forum too; news about moderation is not affected.
 */
@Component
class ProjectedNewsAudience implements NewsAudience {

	private final SocialItems items;

	private final PersonRelations relations;

	ProjectedNewsAudience(SocialItems items, PersonRelations relations) {
		this.items = items;
		this.relations = relations;
	}

	@Override
	public List<PersonalNews> permitted(List<PersonalNews> all) {
		return seen(met(all));
	}

	private List<PersonalNews> met(List<PersonalNews> all) {
		var recipients = all.stream()
			.filter((one) -> one.news().kind().isConversation() && one.news().actor() != null)
			.collect(Collectors.groupingBy((one) -> Objects.requireNonNull(one.news().actor()).id(),
					Collectors.mapping(PersonalNews::userId, Collectors.toSet())));
		if (recipients.isEmpty()) {
			return all;
		}
		var separated = this.relations.separatedFromEach(recipients);
		return all.stream().filter((one) -> !isSeparated(one.userId(), one.news().actor(), separated)).toList();
	}

	private static boolean isSeparated(String userId, @Nullable Actor actor, Map<String, Set<String>> separated) {
		return actor != null && separated.getOrDefault(actor.id(), Set.of()).contains(userId);
	}

	private List<PersonalNews> seen(List<PersonalNews> all) {
		var places = all.stream().flatMap((one) -> Stream.ofNullable(one.news().social())).distinct().toList();
		if (places.isEmpty()) {
			return all;
		}
		var known = this.items.find(places.stream()
			.flatMap(
					(place) -> Stream.of(place.postId(), Objects.requireNonNullElse(place.commentId(), place.postId())))
			.distinct()
			.toList());
		var readers = new HashMap<SocialPostPlace, Set<String>>();
		places.forEach((place) -> readers.put(place, isShown(place.commentId(), known) ? readers(post(place, known),
				all.stream().filter((one) -> place.equals(one.news().social())).map(PersonalNews::userId).toList())
				: Set.of()));
		return all.stream()
			.filter((one) -> one.news().social() == null
					|| readers.getOrDefault(one.news().social(), Set.of()).contains(one.userId()))
			.toList();
	}

	private static boolean isShown(@Nullable String commentId, Map<String, SocialItem> known) {
		var comment = (commentId != null) ? known.get(commentId) : null;
		return comment == null || comment.shown();
	}

	/** The known post, or what the event says about it if it came first. */
	private static SocialItem post(SocialPostPlace place, Map<String, SocialItem> known) {
		return known.getOrDefault(place.postId(),
				new SocialItem(place.postId(), place.authorId(), place.visibility(), true, 0, Instant.EPOCH));
	}

	@Override
	public List<String> readersOf(String postId, Collection<String> userIds) {
		var post = this.items.find(List.of(postId)).get(postId);
		return List.copyOf((post != null) ? readers(post, userIds) : userIds);
	}

	@Override
	public List<String> metBy(String userId, Collection<String> others) {
		var separated = this.relations.separatedFrom(userId, others);
		return others.stream().filter((other) -> !separated.contains(other)).toList();
	}

	/** Applies {@link SocialVisibility} to people who are known to be active. */
	private Set<String> readers(SocialItem post, Collection<String> userIds) {
		var author = post.personId();
		if (!post.shown()) {
			return Set.of();
		}
		var visibility = Objects.requireNonNull(post.visibility(), "A shown post has a visibility");
		var isPrivate = visibility == SocialVisibility.PUBLIC && !this.items.closedAmong(Set.of(author)).isEmpty();
		var permitted = new HashSet<String>();
		if (visibility.permits(() -> isPrivate, () -> false)) {
			permitted.addAll(userIds);
		}
		else if (visibility.permits(() -> isPrivate, () -> true)) {
			permitted.addAll(this.relations.followersOf(author, userIds));
		}
		permitted.removeAll(this.relations.separatedFrom(author, permitted));
		if (userIds.contains(author)) {
			permitted.add(author);
		}
		return permitted;
	}

}
