package org.parley.auth.account.ban;

import java.time.Instant;
import java.time.InstantSource;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.contracts.PersonReference;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bans the author of a post or message when a moderator decides so, and lifts the ban
 * when the decision is reversed. Expired and reversed decisions, unknown users and
 * refused bans are ignored.
 */
@EventConsumer("auth_decisions")
class CaseBanListener {

	private static final Logger log = LoggerFactory.getLogger(CaseBanListener.class);

	private static final String DEFAULT_REASON = "A moderator has decided so.";

	private final Users users;

	private final BanUser banUser;

	private final InstantSource clock;

	CaseBanListener(Users users, BanUser banUser, InstantSource clock) {
		this.users = users;
		this.banUser = banUser;
		this.clock = clock;
	}

	@EventHandler({ "case.decided", "message-case.decided", "social-case.decided" })
	void on(Decided decided) {
		if (decided.decision().equals("ban") && decided.isInForce(this.clock.instant())) {
			this.users.findById(decided.post().author().id())
				.filter((user) -> !user.isBanReversedSince(decided.caseId(), decided.decidedAt()))
				.ifPresent((user) -> ban(user, decided));
		}
	}

	@EventHandler({ "case.reversed", "message-case.reversed", "social-case.reversed" })
	void on(Reversed reversed) {
		if (reversed.decision().equals("ban")) {
			this.users.findById(reversed.post().author().id())
				.ifPresent(
						(user) -> this.banUser.reverse(user, reversed.caseId(), reversed.by(), reversed.reversedAt()));
		}
	}

	private void ban(User user, Decided decided) {
		try {
			this.banUser.banByCase(user, decided.caseId(), (decided.note() != null) ? decided.note() : DEFAULT_REASON,
					decided.until(), decided.by());
		}
		catch (RefusalException ex) {
			log.atWarn()
				.addKeyValue("caseId", decided.caseId())
				.addKeyValue("code", ex.code())
				.log("Ban decision refused");
		}
	}

	/**
	 * The data of the event.
	 *
	 * @param post the post, message or social content decided on
	 * @param decision the decision; only {@code ban} matters here
	 * @param until when the ban expires
	 */
	record Decided(String caseId, @JsonAlias( {
			"message", "content" }) Post post, String decision, @Nullable String note, @Nullable Instant until,
			PersonReference by, Instant decidedAt){

		boolean isInForce(Instant now) {
			return this.until == null || this.until.isAfter(now);
		}

	}

	/**
	 * The data of a reversal.
	 *
	 * @param post the post, message or social content decided on
	 * @param decision the reversed decision; only {@code ban} matters here
	 */
	record Reversed(String caseId, @JsonAlias( {
			"message", "content" }) Post post, String decision, PersonReference by, Instant reversedAt){
	}

	/** The content that was decided on. */
	record Post(PersonReference author) {
	}

}
