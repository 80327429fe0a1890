package org.parley.social.report;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.social.SocialReportFiled.ContextText;
import org.parley.contracts.social.SocialReportFiled.ReportedText;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.social.page.ListRange;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Finds what moderators need to understand a report. */
@Component
class ReportContext {

	/** How many comments before, and how many after the reported one are shown. */
	private static final int NEIGHBOURS = 5;

	private final SocialPosts posts;

	private final SocialComments comments;

	private final KnownMedia knownMedia;

	private final SocialPostEventPublisher events;

	ReportContext(SocialPosts posts, SocialComments comments, KnownMedia knownMedia, SocialPostEventPublisher events) {
		this.posts = posts;
		this.comments = comments;
		this.knownMedia = knownMedia;
		this.events = events;
	}

	/** Describes a reported post or comment for an event. */
	ReportedText describe(ReportedSubject subject) {
		var everybody = this.posts.find(subject.postId()).filter(this.events::isForEverybody).isPresent();
		return new ReportedText(subject.kind(), subject.id(), subject.postId(), this.events.person(subject.authorId()),
				subject.text(), attached(subject.media()), everybody, subject.createdAt(), subject.version());
	}

	/** The post of a comment and the comments around it, oldest first. */
	List<ContextText> around(ReportedSubject subject) {
		var context = new ArrayList<ContextText>();
		if (subject.isComment()) {
			this.posts.find(subject.postId())
				.ifPresent((post) -> context.add(new ContextText(post.id(), this.events.person(post.authorId()),
						post.text(), attached(post.media()), post.createdAt())));
			add(this.comments.on(subject.postId(), new ListRange(subject.id(), true, NEIGHBOURS)).reversed(), context);
			add(this.comments.on(subject.postId(), new ListRange(subject.id(), false, NEIGHBOURS)), context);
		}
		return context;
	}

	private @Nullable List<AttachedMedium> attached(List<String> ids) {
		var attached = this.knownMedia.gallery(ids).attach(ids);
		return attached.isEmpty() ? null : attached;
	}

	private void add(List<SocialComment> neighbours, List<ContextText> context) {
		neighbours.stream()
			.filter(SocialComment::isActive)
			.map((comment) -> new ContextText(comment.id(), this.events.person(comment.authorId()), comment.text(),
					null, comment.createdAt()))
			.forEach(context::add);
	}

}
