package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.answer.MovedAnswers;
import org.parley.forum.post.Posts;
import org.parley.forum.tally.Tallies;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets go of threads when the last post has gone. Part of a transaction. */
@Component
class Ending {

	private final Threads threads;

	private final Posts posts;

	private final MovedAnswers answers;

	private final Tallies tallies;

	private final ThreadNews news;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Ending(Threads threads, Posts posts, MovedAnswers answers, Tallies tallies, ThreadNews news,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.threads = threads;
		this.posts = posts;
		this.answers = answers;
		this.tallies = tallies;
		this.news = news;
		this.publisher = publisher;
		this.clock = clock;
	}

	void end(ThreadWork work, ForumThread source) {
		var target = this.threads.find(work.targetId()).orElseThrow();
		target.letGo();
		this.threads.update(target);
		if (work.kind() == Kind.MERGE) {
			merged(work, source, target);
		}
		else {
			split(work, source);
		}
		this.news.touch(source.id());
		this.news.touch(target.id());
	}

	private void merged(ThreadWork work, ForumThread source, ForumThread target) {
		source.leave(work.by().id(), this.clock.instant());
		this.threads.update(source);
		this.threads.addViews(target.id(), source.counters().viewCount());
		this.publisher.publishEvent(new ThreadMerged(this.news.data(source), this.news.reference(target), work.by()));
	}

	private void split(ThreadWork work, ForumThread source) {
		source.letGo();
		this.answers.withdraw(source, work.by());
		this.threads.update(source);
		var last = this.posts.last(source.id(), 1).getFirst();
		this.tallies.left(source.counted(), last.createdAt(), last.authorId());
	}

}
