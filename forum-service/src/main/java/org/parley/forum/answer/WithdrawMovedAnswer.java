package org.parley.forum.answer;

import org.parley.forum.member.PersonReference;
import org.parley.forum.post.PostNews;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back that a reply answers a thread which it has left. Part of a transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WithdrawMovedAnswer {

	private final Posts posts;

	private final ThreadNews news;

	private final PostNews postNews;

	private final ApplicationEventPublisher publisher;

	WithdrawMovedAnswer(Posts posts, ThreadNews news, PostNews postNews, ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.news = news;
		this.postNews = postNews;
		this.publisher = publisher;
	}

	/** Changes the thread, if need be; to write it is left to others. */
	public void withdraw(ForumThread thread, PersonReference by) {
		var accepted = thread.acceptedAnswer();
		var answer = (accepted != null) ? this.posts.find(accepted).orElseThrow() : null;
		if (answer != null && !answer.isIn(thread.id())) {
			thread.loseAnswer();
			this.publisher.publishEvent(
					new AnswerChanged("answer.withdrawn", this.news.data(thread), this.postNews.reference(answer), by));
		}
	}

}
