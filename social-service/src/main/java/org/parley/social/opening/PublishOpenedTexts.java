package org.parley.social.opening;

import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.social.page.ListRange;
import org.parley.social.post.AuthoredContent;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.event.SocialPostEventPublisher;
import org.parley.social.post.verdict.SocialRulings;
import org.parley.social.relation.change.ApproveRequests;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Publishes the texts of opened places, one page in a transaction, so that moderation
 * checks them. Texts about which moderators have decided are left out.
 */
@Component
class PublishOpenedTexts {

	private static final int PAGE = 50;

	private final OpenedPlaces places;

	private final SocialPosts posts;

	private final SocialComments comments;

	private final SocialRulings rulings;

	private final SocialPostEventPublisher events;

	private final InstantSource clock;

	PublishOpenedTexts(OpenedPlaces places, SocialPosts posts, SocialComments comments, SocialRulings rulings,
			SocialPostEventPublisher events, InstantSource clock) {
		this.places = places;
		this.posts = posts;
		this.comments = comments;
		this.rulings = rulings;
		this.events = events;
		this.clock = clock;
	}

	@Bean
	static ClusterLoop openedPlaceLoop(OpenedPlaces places, PublishOpenedTexts publishOpenedTexts,
			ApproveRequests approveRequests, UnitOfWork unitOfWork, ProcessRole role, InstantSource clock) {
		return new ClusterLoop("opened-places", WorkClaim.none(),
				new DueBatches<>(places, (due) -> unitOfWork.run(() -> {
					if (due.kind() != OpenedPlace.Kind.ACCOUNT || !approveRequests.approvePage(due.id())) {
						publishOpenedTexts.publishPage(due);
					}
				}), role, clock));
	}

	/** A place that was continued or opened again meanwhile is left alone. */
	private void publishPage(OpenedPlace due) {
		this.places.find(due.id()).filter(due::equals).ifPresent((place) -> {
			var last = switch (place.kind()) {
				case ACCOUNT -> publishPosts(place);
				case POST -> publishComments(place);
			};
			if (last != null) {
				this.places.save(place.continuedAfter(last, this.clock.instant()));
			}
			else {
				this.places.end(place);
			}
		});
	}

	/** Returns the last post of a full page; null at the end. */
	private @Nullable String publishPosts(OpenedPlace place) {
		var page = this.posts.ofAuthors(Set.of(place.id()), EnumSet.of(SocialVisibility.PUBLIC), range(place));
		var open = page.stream().filter(this.events::isForEverybody).toList();
		undecided(open).forEach(this.events::publishOpened);
		open.stream().filter((post) -> post.commentCount() > 0).forEach(this::openComments);
		return open.isEmpty() ? null : last(page);
	}

	private void openComments(SocialPost post) {
		this.places.save(new OpenedPlace(post.id(), OpenedPlace.Kind.POST, null, this.clock.instant()));
	}

	/** Returns the last comment of a full page; null at the end. */
	private @Nullable String publishComments(OpenedPlace place) {
		var opened = this.posts.find(place.id()).filter(this.events::isForEverybody);
		if (opened.isEmpty()) {
			return null;
		}
		var page = this.comments.on(place.id(), range(place));
		undecided(page.stream().filter(AuthoredContent::isActive).toList())
			.forEach((comment) -> this.events.publishOpened(comment, opened.get()));
		return last(page);
	}

	private <T extends AuthoredContent> List<T> undecided(Collection<T> contents) {
		var decided = this.rulings.decidedVersions(contents.stream().map(AuthoredContent::id).toList());
		return contents.stream()
			.filter((content) -> content.version() > decided.getOrDefault(content.id(), -1L))
			.toList();
	}

	private static ListRange range(OpenedPlace place) {
		return new ListRange(place.after(), false, PAGE);
	}

	private static @Nullable String last(List<? extends AuthoredContent> page) {
		return (page.size() < PAGE) ? null : page.getLast().id();
	}

}
