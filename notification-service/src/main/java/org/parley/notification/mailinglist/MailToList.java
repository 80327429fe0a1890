package org.parley.notification.mailinglist;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;

import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Mails a post to one page of people after the other, once to each. A person gets a
 * limited number of posts in an hour; the last one says so.
 */
@Component
@EnableConfigurationProperties(ListPostSettings.class)
class MailToList {

	private static final int PAGE = 100;

	private static final Duration HOUR = Duration.ofHours(1);

	private final ListPosts listPosts;

	private final ListReaders listReaders;

	private final ListRecipients listRecipients;

	private final Mails mails;

	private final SendMail sendMail;

	private final ListPostSettings settings;

	MailToList(ListPosts listPosts, ListReaders listReaders, ListRecipients listRecipients, Mails mails,
			SendMail sendMail, ListPostSettings settings) {
		this.listPosts = listPosts;
		this.listReaders = listReaders;
		this.listRecipients = listRecipients;
		this.mails = mails;
		this.sendMail = sendMail;
		this.settings = settings;
	}

	@Bean
	static ClusterLoop mailingListLoop(MailToList mailToList, ListPosts listPosts, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("mailing-lists", WorkClaim.none(),
				new DueBatches<>(listPosts, (post) -> unitOfWork.run(() -> mailToList.mailPage(post)), role, clock));
	}

	/** Mails the next page; a post in an unknown category waits for a while. */
	private void mailPage(ListPost due) {
		this.listPosts.find(due.id()).ifPresent((post) -> {
			if (!this.listReaders.knows(post.place().categoryId()) && this.listPosts.mayWait(post)) {
				this.listPosts.postpone(post);
				return;
			}
			var page = this.listRecipients.findPage(post, PAGE);
			this.listReaders.findPlace(post)
				.ifPresent((place) -> mail(post, this.listReaders.permitted(page, place, post.authorId())));
			if (page.size() < PAGE) {
				this.listPosts.remove(post);
			}
			else {
				this.listPosts.continueAfter(post, page.getLast());
			}
		});
	}

	private void mail(ListPost post, List<String> userIds) {
		var counts = this.mails.countQueued(userIds, MailTemplate.LIST_POST, HOUR);
		var quietEnds = this.listRecipients.findQuietEnds(userIds);
		userIds.forEach((userId) -> {
			var count = counts.getOrDefault(userId, 0);
			if (count < this.settings.anHour()) {
				this.sendMail
					.send(mail(post, userId, count + 1 == this.settings.anHour()).notBefore(quietEnds.get(userId)));
			}
		});
	}

	private NewMail mail(ListPost post, String userId, boolean isLast) {
		var values = new HashMap<String, String>();
		values.put("subject", post.title());
		values.put("title", post.title());
		values.put("kind", "list");
		values.put("link", post.place().linkToPost(post.number()));
		values.put("author", post.author());
		values.put("category", post.place().categoryId());
		values.put("slug", post.slug());
		values.putAll(post.text());
		if (isLast) {
			values.put("last", "true");
		}
		return NewMail.toPerson(MailedPosts.key(post.id(), userId), MailTemplate.LIST_POST, userId, values)
			.repeating(ListReaders.about(post, userId))
			.until(this.listPosts.usefulUntil());
	}

}
