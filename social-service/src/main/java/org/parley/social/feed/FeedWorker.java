package org.parley.social.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.mongo.cluster.ClusterLoops;
import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.social.feed.store.FeedEntries;
import org.parley.social.feed.store.FeedEntry;
import org.parley.social.feed.store.FeedRound;
import org.parley.social.feed.store.FeedRounds;
import org.parley.social.feed.store.FeedSettings;
import org.parley.social.feed.store.LargeAuthors;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.Follows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Writes posts to the feeds of followers, one page of a round at a time. */
@Component
class FeedWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(FeedWorker.class);

	private static final int PAGE = 1_000;

	private final FeedRounds rounds;

	private final FeedEntries entries;

	private final Follows follows;

	private final SocialPosts posts;

	private final LargeAuthors largeAuthors;

	FeedWorker(FeedRounds rounds, FeedEntries entries, Follows follows, SocialPosts posts, LargeAuthors largeAuthors,
			InstantSource clock) {
		super(clock);
		this.rounds = rounds;
		this.entries = entries;
		this.follows = follows;
		this.posts = posts;
		this.largeAuthors = largeAuthors;
	}

	@Bean
	static ClusterLoops feedLoops(FeedWorker worker, FeedSettings settings, ProcessRole role) {
		return new ClusterLoops("feed", role.works() ? settings.workers() : 0, worker);
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.rounds.findNextDue();
	}

	@Override
	public boolean doBatch() {
		var claimed = this.rounds.claim();
		claimed.ifPresent(this::continueOrPostpone);
		return claimed.isPresent();
	}

	private void continueOrPostpone(FeedRound round) {
		try {
			if (round.removal()) {
				removeFromFeeds(round);
			}
			else {
				writeToFeeds(round);
			}
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("post", round.id())
				.setCause(ex)
				.log("Writing a post to feeds failed and will be retried");
			this.rounds.postpone(round);
		}
	}

	/** Those who follow no more have lost the author's posts already. */
	private void removeFromFeeds(FeedRound round) {
		if (round.after() == null && this.largeAuthors.isNeverWritten(round.id(), round.authorId())) {
			this.rounds.end(round);
			return;
		}
		var page = followers(round);
		this.entries.removePost(round.id(), page);
		proceed(round, page);
	}

	private void writeToFeeds(FeedRound round) {
		var isWritten = this.posts.find(round.id())
			.filter((post) -> post.status() != SocialPostStatus.DELETED
					&& post.visibility() != SocialVisibility.PRIVATE)
			.isPresent();
		if (!isWritten || (round.after() == null && this.largeAuthors.isLarge(round.authorId()))) {
			this.rounds.end(round);
			return;
		}
		var page = followers(round);
		this.entries.add(page.stream().map((owner) -> FeedEntry.of(owner, round.id())).toList());
		proceed(round, page);
	}

	private List<String> followers(FeedRound round) {
		return this.follows.followersAfter(round.authorId(), round.after(), PAGE);
	}

	private void proceed(FeedRound round, List<String> page) {
		if (page.size() < PAGE) {
			this.rounds.end(round);
		}
		else {
			this.rounds.continueAfter(round, page.getLast());
		}
	}

}
