package org.parley.notification.summary;

import java.util.List;

import org.parley.notification.notification.News;
import org.parley.notification.notification.Place;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears what became of summaries, and tells those who have asked for them. */
@Listens("notifications")
class SummaryListener {

	private final Telling telling;

	SummaryListener(Telling telling) {
		this.telling = telling;
	}

	@Hears("summary.completed")
	void onCompleted(Done done) {
		tell(done, "summary-ready");
	}

	@Hears("summary.failed")
	void onFailed(Done done) {
		tell(done, "summary-failed");
	}

	private void tell(Done done, String wording) {
		var thread = done.thread();
		var news = News.at(Place.of(thread.id(), thread.category().id()), Kind.SUMMARY, wording,
				wording + ":" + done.summaryId(), "/threads/" + thread.id(), thread.title());
		done.askers().forEach((asker) -> this.telling.tell(asker, news));
	}

	/** A category. */
	record Category(String id) {
	}

	/** The thread that was to be summarized. */
	record Subject(String id, String title, Category category) {
	}

	/** A summary is ready, or will never be. */
	record Done(String summaryId, Subject thread, List<String> askers) {
	}

}
