package org.parley.platform.readmodels.relation;

/**
 * The data of {@code block.started} and {@code block.ended}.
 *
 * @param version increases with every change between the two people
 */
record BlockEventData(RelatedPerson blocker, RelatedPerson blocked, long version) {

	PersonRelation started() {
		return PersonRelation.block(this.blocker.id(), this.blocked.id(), true, this.version);
	}

	PersonRelation ended() {
		return PersonRelation.block(this.blocker.id(), this.blocked.id(), false, this.version);
	}

}
