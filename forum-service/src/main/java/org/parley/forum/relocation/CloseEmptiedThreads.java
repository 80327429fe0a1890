package org.parley.forum.relocation;

import java.time.InstantSource;

import org.parley.forum.answer.WithdrawMovedAnswer;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.Threads;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets go of threads when the last post has gone. Part of a transaction. */
@Component
class CloseEmptiedThreads {

	private final Threads threads;

	private final Posts posts;

	private final WithdrawMovedAnswer answers;

	private final CounterJournal counterJournal;

	private final ThreadNews news;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	CloseEmptiedThreads(Threads threads, Posts posts, WithdrawMovedAnswer answers, CounterJournal counterJournal,
			ThreadNews news, ApplicationEventPublisher publisher, InstantSource clock) {
		this.threads = threads;
		this.posts = posts;
		this.answers = answers;
		this.counterJournal = counterJournal;
		this.news = news;
		this.publisher = publisher;
		this.clock = clock;
	}

	void end(ThreadRelocation work, ForumThread source) {
		var target = this.threads.find(work.targetId()).orElseThrow();
		target.letGo();
		this.threads.update(target);
		if (work.kind() == RelocationKind.MERGE) {
			merged(work, source, target);
		}
		else {
			split(work, source);
		}
		this.news.touch(source.id());
		this.news.touch(target.id());
	}

	private void merged(ThreadRelocation work, ForumThread source, ForumThread target) {
		source.leave(work.by().id(), this.clock.instant());
		this.threads.update(source);
		this.threads.addViews(target.id(), source.counters().viewCount());
		this.publisher.publishEvent(new ThreadMerged(this.news.data(source), this.news.reference(target), work.by()));
	}

	private void split(ThreadRelocation work, ForumThread source) {
		source.letGo();
		this.answers.withdraw(source, work.by());
		this.threads.update(source);
		var last = this.posts.last(source.id(), 1).getFirst();
		this.counterJournal.left(source.counted(), last.createdAt(), last.authorId());
	}

}
