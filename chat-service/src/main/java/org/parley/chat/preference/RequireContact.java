package org.parley.chat.preference;

import java.util.Collection;

import org.parley.chat.outage.DatabaseMemory;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.relation.PersonRelations;

import org.springframework.stereotype.Component;

/**
 * Requires that a person may write to others: no block separates them, either way, and
 * the others accept messages from the person.
 */
@Component
public class RequireContact {

	private final ChatPreferences preferences;

	private final PersonRelations relations;

	private final DatabaseMemory memory;

	RequireContact(ChatPreferences preferences, PersonRelations relations, DatabaseMemory memory) {
		this.preferences = preferences;
		this.relations = relations;
		this.memory = memory;
	}

	/**
	 * Requires that a person may write to others. While the database is away, the answer
	 * is the one of the last ten minutes.
	 * @throws RefusalException 403 {@code chat.blocked}, {@code chat.not-accepted}
	 */
	public void require(String writerId, Collection<String> people) {
		if (people.isEmpty()) {
			return;
		}
		var contact = this.memory.get(Contact.class, writerId + ">" + String.join(",", people),
				() -> find(writerId, people));
		switch (contact) {
			case BLOCKED -> throw blocked();
			case NOT_ACCEPTED ->
				throw RefusalException.forbidden("chat.not-accepted", "This person does not accept messages from you.");
			case OPEN -> {
			}
		}
	}

	/**
	 * Requires that no block separates a person from others.
	 * @throws RefusalException 403 {@code chat.blocked}
	 */
	public void requireUnblocked(String writerId, Collection<String> people) {
		if (!this.relations.separatedFrom(writerId, people).isEmpty()) {
			throw blocked();
		}
	}

	private Contact find(String writerId, Collection<String> people) {
		if (!this.relations.separatedFrom(writerId, people).isEmpty()) {
			return Contact.BLOCKED;
		}
		return Contact.of(this.preferences.selectiveAmong(people),
				(choosing) -> this.relations.followersOf(writerId, choosing));
	}

	private static RefusalException blocked() {
		return RefusalException.forbidden("chat.blocked", "You cannot write to this person.");
	}

}
