package org.parley.auth.account.ban;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.Decision;
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
	void on(CaseDecided decided) {
		if (decided.decision() == Decision.BAN && isInForce(decided.until())) {
			this.users.findById(decided.content().author().id())
				.filter((user) -> !user.isBanReversedSince(decided.caseId(), decided.decidedAt()))
				.ifPresent((user) -> ban(user, decided));
		}
	}

	@EventHandler({ "case.reversed", "message-case.reversed", "social-case.reversed" })
	void on(CaseReversed reversed) {
		if (reversed.decision() == Decision.BAN) {
			this.users.findById(reversed.content().author().id())
				.ifPresent(
						(user) -> this.banUser.reverse(user, reversed.caseId(), reversed.by(), reversed.reversedAt()));
		}
	}

	private boolean isInForce(@Nullable Instant until) {
		return until == null || until.isAfter(this.clock.instant());
	}

	private void ban(User user, CaseDecided decided) {
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

}
