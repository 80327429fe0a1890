package org.parley.moderation.statement;

import org.parley.moderation.author.BanEnded;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sets when a ban ended that was lifted before its time. Its statement stays in force,
 * because the post stays removed.
 */
@Component
class BanEndListener {

	private final Statements statements;

	BanEndListener(Statements statements) {
		this.statements = statements;
	}

	@EventListener
	void on(BanEnded ended) {
		this.statements.endBans(ended.authorId(), ended.at());
	}

}
