package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.News;
import org.parley.notification.notification.Place;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears of cases: moderators are told of new ones, authors of what was decided. */
@Listens("notifications")
class CaseListener {

	private final Telling telling;

	CaseListener(Telling telling) {
		this.telling = telling;
	}

	@Hears("case.opened")
	void on(Opened opened) {
		var thread = opened.thread();
		var news = News
			.at(thread.place(), Kind.MODERATION, "case-opened", "case:" + opened.caseId(),
					"/admin/cases/" + opened.caseId(), thread.title())
			.grouped("cases:" + thread.id());
		this.telling.tellAll(news, "moderator", "admin");
	}

	/**
	 * A statement of reasons; it names no moderator, and no place that may be closed by
	 * now.
	 */
	@Hears("case.decided")
	void on(Decided decided) {
		if (decided.decision().equals("dismiss")) {
			return;
		}
		var link = "/threads/" + decided.thread().id() + "?post=" + decided.post().number();
		var news = News.of(Kind.MODERATION, "decided-" + decided.decision(), "decision:" + decided.caseId(), link);
		this.telling.tell(decided.post().author().id(), (decided.note() != null) ? news.saying(decided.note()) : news);
	}

	/** A category. */
	record Category(String id) {
	}

	/** The post that it is about. */
	record Post(int number, Actor author) {
	}

	/** The thread that it is about. */
	record Subject(String id, String title, Category category) {

		Place place() {
			return Place.of(this.id, this.category.id());
		}

	}

	/** There is something to decide. */
	record Opened(String caseId, Subject thread) {
	}

	/** Something is decided. */
	record Decided(String caseId, Post post, Subject thread, String decision, @Nullable String note) {
	}

}
