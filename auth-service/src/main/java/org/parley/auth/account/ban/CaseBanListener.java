package org.parley.auth.account.ban;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.event.UserReference;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.web.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bans the authors whom moderators decide to ban. A decision that came late, is about
 * nobody, or that the rules of a ban refuse, changes nothing.
 */
@EventConsumer("auth_decisions")
class CaseBanListener {

	private static final Logger log = LoggerFactory.getLogger(CaseBanListener.class);

	private static final String UNSAID = "A moderator has decided so.";

	private final Users users;

	private final BanUser banUser;

	private final InstantSource clock;

	CaseBanListener(Users users, BanUser banUser, InstantSource clock) {
		this.users = users;
		this.banUser = banUser;
		this.clock = clock;
	}

	@EventHandler("case.decided")
	void on(Decided decided) {
		if (decided.decision().equals("ban") && decided.lasts(this.clock.instant())) {
			this.users.findById(decided.post().author().id()).ifPresent((user) -> ban(user, decided));
		}
	}

	private void ban(User user, Decided decided) {
		try {
			this.banUser.decided(user, (decided.note() != null) ? decided.note() : UNSAID, decided.until(),
					decided.by());
		}
		catch (ProblemException ex) {
			log.atWarn()
				.addKeyValue("caseId", decided.caseId())
				.addKeyValue("code", ex.code())
				.log("A decision to ban is not carried out");
		}
	}

	/**
	 * What is heard of a decision.
	 *
	 * @param caseId which case
	 * @param post what it was about
	 * @param decision only {@code ban} is of interest here
	 * @param note why
	 * @param until when a ban ends
	 * @param by the moderator
	 */
	record Decided(String caseId, Post post, String decision, @Nullable String note, @Nullable Instant until,
			UserReference by) {

		boolean lasts(Instant now) {
			return this.until == null || this.until.isAfter(now);
		}

	}

	/**
	 * The post that was decided about.
	 *
	 * @param author whose it is
	 */
	record Post(UserReference author) {
	}

}
