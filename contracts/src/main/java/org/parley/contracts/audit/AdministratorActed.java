package org.parley.contracts.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * An administrator or a moderator has done something that the audit records.
 *
 * @param act the name of an {@link AdministratorAct}, which a consumer may not know
 * @param by the id of the acting person
 * @param userId the id of the affected person, if one is
 * @param detail names and ids of things, never anything about a person
 * @param at when it was done
 */
@Publishes("administrator.acted")
public record AdministratorActed(String act, String by, @OptionalValue @Nullable String userId,
		@OptionalValue @Nullable String detail, Instant at) implements ParleyEvent {

	@Override
	public String subject() {
		return this.by;
	}

}
