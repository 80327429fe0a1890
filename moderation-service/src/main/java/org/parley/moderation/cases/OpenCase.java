package org.parley.moderation.cases;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.parley.contracts.media.AttachedMedium;
import org.parley.moderation.place.PostLocations;
import org.parley.moderation.subject.EarlierText;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a case or extends the unresolved one, within the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OpenCase {

	private final Cases cases;

	private final PostLocations postLocations;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	OpenCase(Cases cases, PostLocations postLocations, ApplicationEventPublisher publisher, InstantSource clock) {
		this.cases = cases;
		this.postLocations = postLocations;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Opens a case for the finding of a check. */
	public CaseReference openForCheck(CaseGrounds checked) {
		var grounds = locate(checked);
		var id = this.cases.findUnresolvedOfPost(grounds.post().id())
			.map((open) -> refresh(open, grounds))
			.orElseGet(() -> insert(ModerationCase.open(grounds, this.clock.instant())));
		return new CaseReference(id, grounds);
	}

	/** Opens a case for a reader's report of a post, which forum-service shows. */
	public void openForReport(CaseGrounds reported) {
		openForReport(reported, List.of(), List.of(), (_) -> {
		});
	}

	/**
	 * Opens a case for a reader's report of a social text.
	 * @param media the media of the reported content
	 * @param context what surrounds the reported content, for moderators
	 */
	public void openForReport(CaseGrounds reported, ReaderReport report, List<AttachedMedium> media,
			List<QuotedText> context) {
		openForReport(reported, report, media, context, List.of());
	}

	/**
	 * Opens a case for a reader's report of a message.
	 * @param media the media of the message
	 * @param context what surrounds the message, for moderators
	 * @param earlier the texts that the message had before, oldest first
	 */
	public void openForReport(CaseGrounds reported, ReaderReport report, List<AttachedMedium> media,
			List<QuotedText> context, List<EarlierText> earlier) {
		openForReport(reported, media, context, (found) -> {
			found.keep(report);
			found.keepEarlier(earlier);
		});
	}

	private void openForReport(CaseGrounds reported, List<AttachedMedium> media, List<QuotedText> context,
			Consumer<ModerationCase> addition) {
		var grounds = locate(reported);
		this.cases.findUnresolvedOfPost(grounds.post().id()).ifPresentOrElse((open) -> {
			addition.accept(open);
			open.report(grounds, media, context);
			this.cases.update(open);
		}, () -> {
			var opened = ModerationCase.openReported(grounds, media, context, this.clock.instant());
			addition.accept(opened);
			insert(opened);
		});
	}

	/** The event may be older than a move, so the stored location is used. */
	private CaseGrounds locate(CaseGrounds grounds) {
		return grounds.movedTo(this.postLocations.lock(grounds.post(), grounds.thread(), grounds.revision().post()));
	}

	private String refresh(ModerationCase open, CaseGrounds grounds) {
		open.refresh(grounds);
		this.cases.update(open);
		return open.id();
	}

	private String insert(ModerationCase opened) {
		this.cases.insert(opened);
		this.publisher.publishEvent(opened.opening());
		return opened.id();
	}

	/**
	 * The case of a post.
	 *
	 * @param grounds the reasons, with the present location of the post
	 */
	public record CaseReference(String caseId, CaseGrounds grounds) {
	}

}
