package org.parley.moderation.check.message;

import java.util.List;
import java.util.Objects;

import org.parley.contracts.chat.MessageReported;
import org.parley.contracts.chat.MessageReported.QuotedMessage;
import org.parley.contracts.chat.RoomMessageRemoved;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.CaseWithdrawal;
import org.parley.moderation.cases.OpenCase;
import org.parley.moderation.cases.WithdrawCase;
import org.parley.moderation.check.PostChecks;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.EarlierText;
import org.parley.moderation.subject.MessagePlace;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Opens cases for reports of messages, and withdraws those of checks when the message is
 * gone. A reported message stays to be decided about: its author could else escape by
 * deleting it.
 */
@EventConsumer("ai_moderation")
class MessageReportListener {

	private final OpenCase openCase;

	private final WithdrawCase withdrawCase;

	private final PostChecks postChecks;

	MessageReportListener(OpenCase openCase, WithdrawCase withdrawCase, PostChecks postChecks) {
		this.openCase = openCase;
		this.withdrawCase = withdrawCase;
		this.postChecks = postChecks;
	}

	@EventHandler("message.reported")
	void onReport(MessageReported data) {
		var report = data.report();
		this.openCase.openForReport(grounds(data),
				new ReaderReport(report.id(), report.reason(), report.note(), AuthorReference.of(data.by()),
						report.createdAt()),
				Objects.requireNonNullElse(data.message().attachments(), List.of()),
				data.context().stream().map(MessageReportListener::quoted).toList(), earlier(data));
	}

	/** The message is shown when it is reported, so it has a text. */
	private static CaseGrounds grounds(MessageReported data) {
		var message = data.message();
		return new CaseGrounds(
				new ModeratedPostReference(message.id(), Math.toIntExact(message.seq()),
						AuthorReference.of(message.author())),
				MessagePlace.of(data.conversation(), message.author()), new ContentRevision(message.version(), 0),
				Objects.requireNonNullElse(message.text(), ""), null, List.of("report/" + data.report().reason()));
	}

	private static QuotedText quoted(QuotedMessage message) {
		return new QuotedText(message.id(), message.seq(), AuthorReference.of(message.author()), message.text(),
				message.attachments(), message.createdAt());
	}

	private static List<EarlierText> earlier(MessageReported data) {
		return Objects.requireNonNullElse(data.earlierTexts(), List.<MessageReported.EarlierText>of())
			.stream()
			.map((text) -> new EarlierText(text.text(), text.version(), text.replacedAt()))
			.toList();
	}

	@EventHandler("room-message.removed")
	void onRemoved(RoomMessageRemoved data) {
		var message = data.message();
		// The number is 0, which nobody needs any more.
		this.postChecks.cancelRemoved(new ModeratedPostReference(message.id(), 0, AuthorReference.of(message.author())),
				MessagePlace.of(data.conversation(), message.author()), new ContentRevision(data.version(), 0));
		this.withdrawCase.withdrawUnreported(message.id(), CaseWithdrawal.POST_REMOVED);
	}

}
