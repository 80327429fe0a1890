package org.parley.social.explore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/** The people whose public posts have the most reactions and comments. */
@Component
class Leaderboard {

	/** People that a reader may not see are left out, so more are kept than shown. */
	private static final int MAX_PEOPLE = 500;

	private final SocialPosts posts;

	private final SocialReaders readers;

	private final InstantSource clock;

	private final LoadingCache<TopPeriod, List<SocialPosts.AuthorScore>> cached = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(5))
		.build(this::load);

	Leaderboard(SocialPosts posts, SocialReaders readers, InstantSource clock) {
		this.posts = posts;
		this.readers = readers;
		this.clock = clock;
	}

	List<LeaderView> top(TopPeriod window, int size, @Nullable Caller caller) {
		var scores = this.cached.get(window);
		var reader = this.readers.of(caller, scores.stream().map(SocialPosts.AuthorScore::authorId).toList());
		return scores.stream()
			.filter((score) -> reader.mayVisit(score.authorId()))
			.limit(size)
			.map((score) -> new LeaderView(reader.show(score.authorId()), score.score(), score.posts()))
			.toList();
	}

	private List<SocialPosts.AuthorScore> load(TopPeriod window) {
		var now = this.clock.instant();
		return this.posts.scores(window.dates(now), window.firstId(now))
			.stream()
			.filter((score) -> score.score() > 0)
			.sorted(Comparator.comparingLong(SocialPosts.AuthorScore::score)
				.reversed()
				.thenComparing(SocialPosts.AuthorScore::authorId))
			.limit(MAX_PEOPLE)
			.toList();
	}

	/**
	 * A person on the leaderboard.
	 *
	 * @param score reactions to the person's public posts of the window, and comments
	 * twice
	 */
	record LeaderView(SocialPersonView person, long score, long posts) {
	}

}
