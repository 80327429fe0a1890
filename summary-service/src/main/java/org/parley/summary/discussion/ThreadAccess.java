package org.parley.summary.discussion;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Who may see a thread. A thread that is only seconds old may not be known yet, so it is
 * waited for a little.
 */
@Component
public class ThreadAccess {

	private static final Duration YOUNG = Duration.ofSeconds(30);

	private final RetryTemplate patience = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(10)
		.delay(Duration.ofMillis(50))
		.includes(ThreadNotFoundException.class)
		.build());

	private final Threads threads;

	private final Categories categories;

	private final UnitOfWork work;

	private final InstantSource clock;

	ThreadAccess(Threads threads, Categories categories, UnitOfWork work, InstantSource clock) {
		this.threads = threads;
		this.categories = categories;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * A thread that an audience may see. Looked for outside of any transaction, which
	 * would never see what comes later.
	 * @throws ThreadNotFoundException when there is none, or none for this audience
	 */
	public ForumThread visible(String id, Audience audience) {
		return this.work.outside(() -> isYoung(id)
				? Objects.requireNonNull(this.patience.invoke(() -> find(id, audience))) : find(id, audience));
	}

	private ForumThread find(String id, Audience audience) {
		return this.threads.find(id)
			.filter(ForumThread::isShown)
			.filter((thread) -> this.categories.isReadable(thread.category().id(), audience))
			.orElseThrow(ThreadNotFoundException::new);
	}

	/** Ids tell when they were made. */
	private boolean isYoung(String id) {
		return Ulid.isValid(id) && Ulid.from(id).getInstant().isAfter(this.clock.instant().minus(YOUNG));
	}

}
