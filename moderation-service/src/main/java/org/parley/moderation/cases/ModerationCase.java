package org.parley.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaAudience;
import org.parley.contracts.media.MediaSubject;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.contracts.moderation.CaseOpened;
import org.parley.contracts.moderation.CaseWithdrawn;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.EarlierText;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.text.StorableTextValidator;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A post, comment or message of a conversation that needs a moderator's decision. */
@Document("cases")
@CompoundIndex(def = "{'status': 1, '_id': -1}")
@CompoundIndex(def = "{'grounds.post._id': 1, 'status': 1, '_id': -1}")
@CompoundIndex(def = "{'grounds.post.author._id': 1, 'reported': 1, 'openedAt': 1}",
		partialFilter = "{'reported': true}")
@CompoundIndex(name = "warnings_of_author", def = "{'grounds.post.author._id': 1}",
		partialFilter = "{'ruling.decision': 'WARN'}")
@CompoundIndex(def = "{'grounds.thread._id': 1, 'status': 1}")
@CompoundIndex(def = "{'grounds.thread.category._id': 1, '_id': -1}")
@CompoundIndex(def = "{'grounds.thread.category._id': 1, 'status': 1, '_id': -1}")
@CompoundIndex(def = "{'ruling.at': 1}", sparse = true)
@CompoundIndex(name = "unresolved_post", def = "{'grounds.post._id': 1}", unique = true,
		partialFilter = "{'status': {'$in': ['OPEN', 'CLAIMED']}, 'grounds.post._id': {'$exists': true}}")
@CompoundIndex(def = "{'ruling.by._id': 1, 'ruling.at': 1}", sparse = true)
public final class ModerationCase {

	/** After this time another moderator can take over a claimed case. */
	static final Duration CLAIM_DURATION = Duration.ofMinutes(30);

	private static final int MOST_REPORTS = 50;

	@Id
	private final String id;

	private final Instant openedAt;

	private CaseGrounds grounds;

	/**
	 * The media of a message or social post when it was reported; null if it never had
	 * some.
	 */
	private @Nullable List<AttachedMedium> media;

	/** The texts around a comment or message when it was reported. */
	private @Nullable List<QuotedText> context;

	/** The texts that a message had before it was reported; null if there are none. */
	private @Nullable List<EarlierText> earlierTexts;

	/** Reports of a message or social text; those of posts are in forum-service. */
	private @Nullable List<ReaderReport> reports;

	private CaseStatus status = CaseStatus.OPEN;

	private @Nullable Claim claim;

	private @Nullable Ruling ruling;

	private @Nullable Reversal reversal;

	private @Nullable CaseWithdrawal withdrawal;

	private boolean reported;

	/** The text with which the case began, if its author has edited it since. */
	private @Nullable String firstText;

	private @Nullable String firstTitle;

	private @Nullable List<String> firstTags;

	private long version;

	ModerationCase(String id, Instant openedAt, CaseGrounds grounds) {
		this.id = id;
		this.openedAt = openedAt;
		this.grounds = grounds;
	}

	static ModerationCase open(CaseGrounds grounds, Instant now) {
		return new ModerationCase(Ids.next(), now, grounds);
	}

	static ModerationCase openReported(CaseGrounds grounds, List<AttachedMedium> media, List<QuotedText> around,
			Instant now) {
		var opened = open(grounds, now);
		opened.reported = true;
		opened.keep(media);
		opened.quote(around);
		return opened;
	}

	/**
	 * Claims the case for a moderator.
	 * @return whether anything changed
	 */
	public boolean claim(Moderator moderator, Instant now) {
		requireUnresolved();
		requireNotOwnPost(moderator);
		requireNotClaimedByOther(moderator, now);
		if (isClaimedBy(moderator)) {
			return false;
		}
		this.claim = new Claim(moderator.person(), now);
		transitionTo(CaseStatus.CLAIMED);
		return true;
	}

	/**
	 * Releases the claim. Administrators can release the claims of others.
	 * @return whether anything changed
	 */
	public boolean release(Moderator moderator) {
		requireUnresolved();
		if (this.claim == null) {
			return false;
		}
		if (!isClaimedBy(moderator) && !moderator.isAdmin()) {
			throw CaseRefusedException.claimed();
		}
		this.claim = null;
		transitionTo(CaseStatus.OPEN);
		return true;
	}

	/** Records the moderator's decision. */
	public Ruling decide(Moderator moderator, ProposedDecision proposed, Instant now) {
		requireUnresolved();
		requireNotOwnPost(moderator);
		requireNotClaimedByOther(moderator, now);
		if (proposed.decision() == Decision.BAN && !moderator.isAdmin()) {
			throw CaseRefusedException.banNeedsAdmin();
		}
		requireOtherText(proposed.text());
		this.ruling = new Ruling(proposed.decision(), proposed.note(), proposed.until(), proposed.text(),
				moderator.person(), now);
		transitionTo(CaseStatus.DECIDED);
		return this.ruling;
	}

	/**
	 * Reverses the decision. A reversed dismissal opens the case again.
	 * @return the reversed decision
	 */
	public Ruling reverse(Moderator moderator, @Nullable String note, Instant now) {
		var reversed = this.ruling;
		if (reversed == null || this.reversal != null) {
			throw CaseRefusedException.nothingToReverse();
		}
		requireNotOwnPost(moderator);
		if (reversed.decision() == Decision.BAN && !moderator.isAdmin()) {
			throw CaseRefusedException.banNeedsAdmin();
		}
		if (reversed.decision() == Decision.DISMISS) {
			this.claim = null;
			this.ruling = null;
			transitionTo(CaseStatus.OPEN);
		}
		else {
			this.reversal = new Reversal(note, moderator.person(), now);
			transitionTo(this.status);
		}
		return reversed;
	}

	/** Stores the words of a reader, of the first {@value #MOST_REPORTS}. */
	void keep(ReaderReport report) {
		if (reports().size() < MOST_REPORTS) {
			this.reports = Stream.concat(reports().stream(), Stream.of(report)).toList();
		}
	}

	/** Stores the earlier texts of a message unless those of a later report are known. */
	void keepEarlier(List<EarlierText> texts) {
		if (!texts.isEmpty()
				&& (earlierTexts().isEmpty() || texts.getLast().version() > earlierTexts().getLast().version())) {
			this.earlierTexts = List.copyOf(texts);
		}
	}

	/**
	 * Adds a reader's report. A later text replaces the one that moderators see.
	 * @param attached the media of the reported content
	 * @param around what surrounds the reported content
	 */
	void report(CaseGrounds latest, List<AttachedMedium> attached, List<QuotedText> around) {
		var later = latest.revision().isAfter(this.grounds.revision());
		var shown = latest.revision().equals(this.grounds.revision());
		if (later || this.media == null || (shown && !attached.isEmpty())) {
			keep(attached);
		}
		if (later || this.context == null) {
			quote(around);
		}
		this.reported = true;
		this.grounds = this.grounds.withReasons(latest.reasons()).withLaterText(latest);
		transitionTo(this.status);
	}

	/**
	 * Replaces the grounds by those of a later check; reasons of reports stay, and the
	 * text if a reader has reported a later one.
	 */
	void refresh(CaseGrounds latest) {
		this.grounds = this.reported ? latest.withReasons(this.grounds.reasons()).withLaterText(this.grounds) : latest;
		transitionTo(this.status);
	}

	private void keep(List<AttachedMedium> attached) {
		this.media = (attached.isEmpty() && this.media == null) ? null : List.copyOf(attached);
	}

	private void quote(List<QuotedText> around) {
		if (!around.isEmpty()) {
			this.context = List.copyOf(around);
		}
	}

	/** The event about a new case, or one that opens again. */
	CaseOpened opening() {
		return new CaseOpened(content().type("case.opened"), this.id, content(), source(), reasons(), this.openedAt,
				this.version);
	}

	/** Withdraws the case, which may open again. */
	CaseWithdrawn withdraw(CaseWithdrawal reason) {
		this.claim = null;
		this.withdrawal = reason;
		transitionTo(CaseStatus.WITHDRAWN);
		return new CaseWithdrawn(content().type("case.withdrawn"), this.id, content(), this.version);
	}

	void reopen() {
		this.withdrawal = null;
		transitionTo(CaseStatus.OPEN);
	}

	private void transitionTo(CaseStatus next) {
		this.status = next;
		this.version++;
	}

	private void requireUnresolved() {
		if (!this.status.isUnresolved()) {
			throw CaseRefusedException.closed(this.status);
		}
	}

	private void requireNotOwnPost(Moderator moderator) {
		if (moderator.is(author())) {
			throw CaseRefusedException.ownPost();
		}
	}

	private void requireNotClaimedByOther(Moderator moderator, Instant now) {
		if (this.claim != null && !isClaimedBy(moderator) && now.isBefore(this.claim.at().plus(CLAIM_DURATION))) {
			throw CaseRefusedException.claimed();
		}
	}

	private void requireOtherText(@Nullable String text) {
		if (text == null) {
			return;
		}
		if (!StorableTextValidator.isShortEnough(text, longestText())) {
			throw RefusalException.field("text", "text.too-long", "must have at most " + longestText() + " characters");
		}
		if (text.equals(text())) {
			throw RefusalException.field("text", "text.unchanged", "must differ from the present text");
		}
	}

	private int longestText() {
		return switch (content()) {
			case ContentReference.PostContent _ -> 50_000;
			case ContentReference.MessageContent _ -> 4_000;
			case ContentReference.SocialContent _ -> 5_000;
		};
	}

	private boolean isClaimedBy(Moderator moderator) {
		return this.claim != null && moderator.is(this.claim.by());
	}

	public String id() {
		return this.id;
	}

	public Instant openedAt() {
		return this.openedAt;
	}

	/** Whether a reader has reported the post. No check withdraws such a case. */
	public boolean isReported() {
		return this.reported;
	}

	public String source() {
		return this.reported ? "report" : "automatic";
	}

	/** The content and the reasons for the case. */
	public CaseGrounds grounds() {
		return this.grounds;
	}

	/** The media of a message or social post when it was reported, in their order. */
	public List<AttachedMedium> media() {
		return (this.media != null) ? this.media : List.of();
	}

	/**
	 * The media that must stay although their author deletes them: until the case is
	 * withdrawn or the content was found harmless. Empty if it never had media.
	 */
	Optional<MediaUseChanged> mediaUse() {
		if (this.media == null) {
			return Optional.empty();
		}
		var dismissed = this.ruling != null && this.ruling.decision() == Decision.DISMISS;
		var over = dismissed || this.reversal != null || this.status == CaseStatus.WITHDRAWN;
		var kept = over ? List.<String>of() : media().stream().map(AttachedMedium::id).toList();
		return Optional.of(MediaUseChanged.of(new MediaSubject("moderation-case", this.id), author().id(), kept,
				MediaAudience.RESTRICTED, this.version));
	}

	/** The texts around a comment or message when it was reported, oldest first. */
	public List<QuotedText> context() {
		return (this.context != null) ? this.context : List.of();
	}

	/** The texts that a message had before it was reported, oldest first. */
	public List<EarlierText> earlierTexts() {
		return (this.earlierTexts != null) ? this.earlierTexts : List.of();
	}

	/**
	 * The reports of a message or social text for a moderator, oldest first; none for its
	 * author, who does not learn who reported it.
	 */
	public List<ReaderReport> reportsFor(String moderatorId) {
		return author().id().equals(moderatorId) ? List.of() : reports();
	}

	private List<ReaderReport> reports() {
		return (this.reports != null) ? this.reports : List.of();
	}

	public ContentReference content() {
		return this.grounds.reference();
	}

	/** The version of the content that was checked or reported last. */
	public long contentVersion() {
		return this.grounds.revision().post();
	}

	/** The text that was checked or reported last. */
	public String text() {
		return this.grounds.content();
	}

	/** The text with which the case began; null unless its author has edited it since. */
	public @Nullable String firstText() {
		return this.firstText;
	}

	/** The title with which the case about a first post began, if it has another now. */
	public @Nullable String firstTitle() {
		var title = this.grounds.thread().title();
		return (this.grounds.post().opensThread() && !title.equals(this.firstTitle)) ? this.firstTitle : null;
	}

	/** The tags with which the case about a first post began, if it has others now. */
	public @Nullable List<String> firstTags() {
		var present = Objects.requireNonNullElse(this.grounds.thread().tags(), List.of());
		return (this.grounds.post().opensThread() && !present.equals(this.firstTags)) ? this.firstTags : null;
	}

	/** Stable codes, the most severe first. */
	public List<String> reasons() {
		return this.grounds.reasons();
	}

	public AuthorReference author() {
		return this.grounds.post().author();
	}

	/** The category or place of the content. */
	public String categoryId() {
		return this.grounds.thread().category().id();
	}

	/** Whether a moderator of a scope decides the case. */
	public boolean isIn(ModerationScope scope) {
		return scope.covers(categoryId());
	}

	public CaseStatus status() {
		return this.status;
	}

	public @Nullable Claim claim() {
		return this.claim;
	}

	public @Nullable Ruling ruling() {
		return this.ruling;
	}

	public @Nullable Reversal reversal() {
		return this.reversal;
	}

	public @Nullable CaseWithdrawal withdrawal() {
		return this.withdrawal;
	}

	/** Grows with every change. */
	public long version() {
		return this.version;
	}

	/**
	 * A moderator's claim.
	 *
	 * @param by the moderator
	 */
	public record Claim(AuthorReference by, Instant at) {
	}

	/**
	 * A moderator's decision.
	 *
	 * @param note the note for the author
	 * @param until when a ban ends; null for a permanent ban
	 * @param text the new text of an edit; null for other decisions
	 * @param by the moderator
	 */
	public record Ruling(Decision decision, @Nullable String note, @Nullable Instant until, @Nullable String text,
			AuthorReference by, Instant at) {
	}

	/**
	 * A reversal of the decision.
	 *
	 * @param note the note for the author
	 * @param by the moderator
	 * @param at when the decision was reversed
	 */
	public record Reversal(@Nullable String note, AuthorReference by, Instant at) {
	}

}
