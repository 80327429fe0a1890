package org.parley.platform.messaging;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.contracts.audit.AdministratorActed;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Reports what administrators and moderators do to the audit, in the transaction of the
 * act.
 */
public class AdministratorActs {

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	public AdministratorActs(ApplicationEventPublisher events, InstantSource clock) {
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Reports an act that affects no single person.
	 * @param by the id of the acting person
	 * @param detail names and ids of things, never anything about a person
	 */
	public void record(AdministratorAct act, String by, String detail) {
		record(act, by, null, detail);
	}

	/**
	 * Reports an act.
	 * @param by the id of the acting person
	 * @param userId the id of the affected person, who sees the act among the own records
	 * @param detail names and ids of things, never anything about a person
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 */
	public void record(AdministratorAct act, String by, @Nullable String userId, @Nullable String detail) {
		this.events.publishEvent(new AdministratorActed(act.json(), by, userId, detail, this.clock.instant()));
	}

}
