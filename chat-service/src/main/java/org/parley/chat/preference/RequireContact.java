package org.parley.chat.preference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
	 * Requires that a person may write to another. While the database is away, the answer
	 * is the one of the last ten minutes.
	 * @throws RefusalException 403 {@code chat.blocked}, {@code chat.not-accepted}
	 */
	public void require(String writerId, String personId) {
		var contact = this.memory.get(Contact.class, key(writerId, personId), () -> ask(writerId, personId));
		if (contact != Contact.OPEN) {
			throw refusal(contact);
		}
	}

	/** Remembers whether a person may write to another while the database is away. */
	public void remember(String writerId, String personId) {
		this.memory.learn(Contact.class, key(writerId, personId), () -> Optional.of(ask(writerId, personId)));
	}

	private static String key(String writerId, String personId) {
		return writerId + ">" + personId;
	}

	private Contact ask(String writerId, String personId) {
		return find(writerId, List.of(personId)).getOrDefault(personId, Contact.OPEN);
	}

	/**
	 * Returns why a person may not write to some of these people, by their ids. The
	 * others are left out.
	 */
	public Map<String, RefusalException> refusedAmong(String writerId, Collection<String> people) {
		return find(writerId, people).entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (refused) -> refusal(refused.getValue())));
	}

	/**
	 * Requires that no block separates a person from another.
	 * @throws RefusalException 403 {@code chat.blocked}
	 */
	public void requireUnblocked(String writerId, String personId) {
		if (!this.relations.separatedFrom(writerId, List.of(personId)).isEmpty()) {
			throw refusal(Contact.BLOCKED);
		}
	}

	private Map<String, Contact> find(String writerId, Collection<String> people) {
		var refused = new HashMap<String, Contact>();
		Contact
			.refusing(this.preferences.selectiveAmong(people),
					(choosing) -> this.relations.followersOf(writerId, choosing))
			.forEach((id) -> refused.put(id, Contact.NOT_ACCEPTED));
		this.relations.separatedFrom(writerId, people).forEach((id) -> refused.put(id, Contact.BLOCKED));
		return refused;
	}

	private static RefusalException refusal(Contact contact) {
		return (contact == Contact.BLOCKED)
				? RefusalException.forbidden("chat.blocked", "You cannot write to this person.")
				: RefusalException.forbidden("chat.not-accepted", "This person does not accept messages from you.");
	}

}
